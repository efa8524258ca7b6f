/* SPDX-License-Identifier: MIT */
/* Starts a region of records packed to 8 bytes; poppack.h ends it. */
#pragma pack(push, 8)
