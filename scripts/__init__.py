"""The engineer's programs: gates, sizes, benchmarks."""
