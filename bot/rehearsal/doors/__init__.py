"""The workspace's doors on this machine, over HTTP, and who may come in. Decides no answer."""
