/* SPDX-License-Identifier: MIT */
/* Names of what D3DKMTQueryAdapterInfo is asked for and does not answer, for the report of a run.
 */
#ifndef KMT_QUERY_NAMES_H
#define KMT_QUERY_NAMES_H

#include <ntddk.h>
#include <d3dkmthk.h>

/** kmt_query_name - Returns: the enumerator's name; "a type without a name" for any other number */
const char *kmt_query_name(KMTQUERYADAPTERINFOTYPE type);

#endif /* KMT_QUERY_NAMES_H */
