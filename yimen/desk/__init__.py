"""The desk: where staff work, each from the post they hold."""
