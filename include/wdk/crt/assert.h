/* SPDX-License-Identifier: MIT */
/* Drivers assert through ASSERT and NT_ASSERT; this is the standard one, always off. */
#ifndef WDK_CRT_ASSERT_H
#define WDK_CRT_ASSERT_H

#define assert(e) ((void)0)

#endif
