"""A stand-in for JAX: `jax.numpy` is NumPy."""
