/* SPDX-License-Identifier: MIT */
/* Starts a region of records packed to 1 byte; poppack.h ends it. */
#pragma pack(push, 1)
