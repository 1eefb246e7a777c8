"""The stores of tests/support/stores.py."""
from tests.support.stores import store, url  # noqa: F401
