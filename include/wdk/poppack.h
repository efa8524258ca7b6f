/* SPDX-License-Identifier: MIT */
/* Ends the region a pshpackN.h started. */
#pragma pack(pop)
