"""Chinese, where Django differs from browsers: they take the day of a field only as 2025-10-08, in any language."""

DATE_INPUT_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d"]
