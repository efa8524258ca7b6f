/* SPDX-License-Identifier: MIT */
/* The documents' names of requests, so that who searches for what was refused finds it. */
#ifndef KMT_NAMES_H
#define KMT_NAMES_H

#include "nt/wdk.h"

#include <d3dkmthk.h>

/** kmt_query_name, kmt_escape_name - Returns: NULL: the documents have no such value */
const char *kmt_query_name(KMTQUERYADAPTERINFOTYPE type);
const char *kmt_escape_name(D3DKMT_ESCAPETYPE type);

#endif /* KMT_NAMES_H */
