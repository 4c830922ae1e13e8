"""The methods of the Web API, one family a file."""
