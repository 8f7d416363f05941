"""What this room’s templates may say."""
