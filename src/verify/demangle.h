/* SPDX-License-Identifier: MIT */
/* Names of C++ functions as people write them. Tests: tests/unit/demangle_test.c */
#ifndef VERIFY_DEMANGLE_H
#define VERIFY_DEMANGLE_H

#include <stddef.h>

/**
 * verify_demangle - the qualified name in a mangled one, without its parameters
 * Plain and nested names, constructors, destructors, new and delete; others (templates, operators)
 * and names that are not mangled come out as they went in.
 * Source: Itanium C++ ABI, section 5.1
 */
void verify_demangle(const char *mangled, char *text, size_t text_bytes);

#endif /* VERIFY_DEMANGLE_H */
