/* SPDX-License-Identifier: MIT */
/* A shared object that is no driver. */

int
NothingOfInterest(void)
{
    return 1;
}
