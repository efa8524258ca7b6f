/* SPDX-License-Identifier: MIT */
/* What a refused request was for: first number of TRACE_RESOURCE_REFUSED. */
#ifndef NT_RESOURCE_KIND_H
#define NT_RESOURCE_KIND_H

enum nt_resource_kind {
    NT_RESOURCE_POOL,
    NT_RESOURCE_THREAD,
    NT_RESOURCE_WORK_ITEM,
    NT_RESOURCE_MDL,
    NT_RESOURCE_CONTIGUOUS,
    NT_RESOURCE_PAGES,
    NT_RESOURCE_MAPPING,
    NT_RESOURCE_IO_SPACE,
    NT_RESOURCE_DEVICE,
};

#endif /* NT_RESOURCE_KIND_H */
