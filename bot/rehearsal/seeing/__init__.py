"""What one person sees. Changes nothing."""
