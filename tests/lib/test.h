/* SPDX-License-Identifier: MIT */
/* The one door to cmocka: it wants four headers before its own. */
#ifndef TESTS_LIB_TEST_H
#define TESTS_LIB_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif /* TESTS_LIB_TEST_H */
