# SPDX-License-Identifier: MIT
"""Generator of the Windows-facing headers and of the test that asserts their layout."""
