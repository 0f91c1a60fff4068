"""What an office says on a case as a paper: opinions and notices, made anew from what is kept."""
