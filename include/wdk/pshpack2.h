/* SPDX-License-Identifier: MIT */
/* Starts a region of records packed to 2 bytes; poppack.h ends it. */
#pragma pack(push, 2)
