/* SPDX-License-Identifier: MIT */
/*
 * The debugger of the host, gdb or another, that a run may be under: what the kernel debugger is to
 * Windows.
 *
 * Tests: tests/scenario/debugger_test.c
 */
#ifndef MACHINE_DEBUGGER_H
#define MACHINE_DEBUGGER_H

#include "base/base.h"

/**
 * debugger_break - stop here in the debugger; to go on is up to it
 * Returns: false when none is attached, and nothing happened.
 */
bool debugger_break(void);

#endif /* MACHINE_DEBUGGER_H */
