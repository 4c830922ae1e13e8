"""What happens in a workspace, whoever made it happen. Asks nobody for permission."""
