/* SPDX-License-Identifier: MIT */
/* Video present sources, modes and monitors. */
#include "dxgk/adapter_private.h"
#include "tests/contract/d3dkmt/status.h"

#define NO_SOURCE 9u

static NTSTATUS own_as(D3DKMT_HANDLE device, D3DKMT_VIDPNSOURCEOWNER_TYPE type, UINT source)
{
    D3DKMT_SETVIDPNSOURCEOWNER args = {
        .hDevice = device, .pType = &type, .pVidPnSourceId = &source, .VidPnSourceCount = 1
    };

    return D3DKMTSetVidPnSourceOwner(&args);
}

static NTSTATUS own(struct world *world)
{
    return own_as(world->client.device, D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVE, 0);
}

static NTSTATUS own_no_source(struct world *world)
{
    return own_as(world->client.device, D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVE, NO_SOURCE);
}

static NTSTATUS own_as_nobody(struct world *world)
{
    return own_as(world->client.device, (D3DKMT_VIDPNSOURCEOWNER_TYPE)77, 0);
}

/* A second device of the process. */
static D3DKMT_HANDLE second_device(struct world *world)
{
    D3DKMT_CREATEDEVICE args = { .hAdapter = world->client.adapter };

    assert_int_equal(D3DKMTCreateDevice(&args), STATUS_SUCCESS);
    return args.hDevice;
}

static NTSTATUS own_owned(struct world *world)
{
    assert_int_equal(own(world), STATUS_SUCCESS);
    return own_as(second_device(world), D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVE, 0);
}

/* A shared owner yields. */
static NTSTATUS own_shared(struct world *world)
{
    assert_int_equal(own_as(second_device(world), D3DKMT_VIDPNSOURCEOWNER_SHARED, 0),
                     STATUS_SUCCESS);
    return own(world);
}

/* Only a legacy device has GDI's primary to itself. */
static NTSTATUS own_gdi(struct world *world)
{
    return own_as(world->client.device, D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVEGDI, 0);
}

static NTSTATUS own_gdi_as_legacy(struct world *world)
{
    D3DKMT_CREATEDEVICE args = { .hAdapter = world->client.adapter, .Flags.LegacyMode = 1 };

    assert_int_equal(D3DKMTCreateDevice(&args), STATUS_SUCCESS);
    return own_as(args.hDevice, D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVEGDI, 0);
}

static NTSTATUS own1_as(D3DKMT_HANDLE device, UINT source)
{
    D3DKMT_VIDPNSOURCEOWNER_TYPE type = D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVE;
    D3DKMT_SETVIDPNSOURCEOWNER1 args = { .Version0 = { .hDevice = device,
                                                       .pType = &type,
                                                       .pVidPnSourceId = &source,
                                                       .VidPnSourceCount = 1 },
                                         .Flags.AllowOutputDuplication = 1 };

    return D3DKMTSetVidPnSourceOwner1(&args);
}

static NTSTATUS own1(struct world *world)
{
    return own1_as(world->client.device, 0);
}

static NTSTATUS own1_no_source(struct world *world)
{
    return own1_as(world->client.device, NO_SOURCE);
}

static NTSTATUS own1_owned(struct world *world)
{
    assert_int_equal(own1(world), STATUS_SUCCESS);
    return own1_as(second_device(world), 0);
}

static NTSTATUS check_owner_of(struct world *world, UINT source)
{
    D3DKMT_CHECKVIDPNEXCLUSIVEOWNERSHIP args = { .hAdapter = world->client.adapter,
                                                 .VidPnSourceId = source };

    return D3DKMTCheckVidPnExclusiveOwnership(&args);
}

static NTSTATUS check_owner(struct world *world)
{
    return check_owner_of(world, 0);
}

static NTSTATUS check_owner_of_no_source(struct world *world)
{
    return check_owner_of(world, NO_SOURCE);
}

static NTSTATUS check_owned(struct world *world)
{
    assert_false(D3DKMTCheckExclusiveOwnership());
    assert_int_equal(own(world), STATUS_SUCCESS);
    assert_true(D3DKMTCheckExclusiveOwnership());
    return check_owner(world);
}

static NTSTATUS release_owners(struct world *world)
{
    NTSTATUS status;

    assert_int_equal(own(world), STATUS_SUCCESS);
    status = D3DKMTReleaseProcessVidPnSourceOwners((HANDLE)-1);
    assert_int_equal(check_owner(world), STATUS_SUCCESS);
    return status;
}

static NTSTATUS release_of_nobody(struct world *world)
{
    (void)world;
    return D3DKMTReleaseProcessVidPnSourceOwners((HANDLE)1234);
}

static NTSTATUS mode_list_into(struct world *world, D3DKMT_DISPLAYMODE *modes, UINT *count)
{
    D3DKMT_GETDISPLAYMODELIST args = { .hAdapter = world->client.adapter,
                                       .pModeList = modes,
                                       .ModeCount = *count };
    NTSTATUS status = D3DKMTGetDisplayModeList(&args);

    *count = args.ModeCount;
    return status;
}

/* As many as were counted, one of them the desktop's. */
static NTSTATUS mode_list(struct world *world)
{
    static D3DKMT_DISPLAYMODE modes[256];
    UINT counted = 0;
    UINT count = DXGH_ARRAY_SIZE(modes);
    bool found = false;
    NTSTATUS status = mode_list_into(world, NULL, &counted);

    if (NT_SUCCESS(status)) {
        status = mode_list_into(world, modes, &count);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    assert_int_equal(counted, count);
    for (UINT i = 0; i < count; i++) {
        found = found || (modes[i].Width == 640 && modes[i].Height == 480 &&
                          modes[i].IntegerRefreshRate >= 50);
    }
    assert_true(found);
    return status;
}

static NTSTATUS mode_list_no_room(struct world *world)
{
    D3DKMT_DISPLAYMODE mode;
    UINT count = 1;
    NTSTATUS status = mode_list_into(world, &mode, &count);

    assert_true(count > 1);
    return status;
}

static NTSTATUS set_mode(struct world *world)
{
    D3DKMT_SETDISPLAYMODE args = { .hDevice = world->client.device,
                                   .hPrimaryAllocation = world->primary,
                                   .DisplayOrientation = D3DDDI_ROTATION_IDENTITY };

    (void)own(world);
    return D3DKMTSetDisplayMode(&args);
}

static NTSTATUS set_mode_unowned(struct world *world)
{
    D3DKMT_SETDISPLAYMODE args = { .hDevice = world->client.device,
                                   .hPrimaryAllocation = world->primary };

    return D3DKMTSetDisplayMode(&args);
}

static NTSTATUS set_gamma(struct world *world)
{
    static D3DDDI_GAMMA_RAMP_RGB256x3x16 ramp;
    D3DKMT_SETGAMMARAMP args = { .hDevice = world->client.device,
                                 .Type = D3DDDI_GAMMARAMP_RGB256x3x16,
                                 .pGammaRampRgb256x3x16 = &ramp,
                                 .Size = sizeof(ramp) };

    return D3DKMTSetGammaRamp(&args);
}

static NTSTATUS set_half_a_ramp(struct world *world)
{
    D3DKMT_SETGAMMARAMP args = { .hDevice = world->client.device,
                                 .Type = D3DDDI_GAMMARAMP_RGB256x3x16,
                                 .Size = sizeof(D3DDDI_GAMMA_RAMP_RGB256x3x16) / 2 };

    return D3DKMTSetGammaRamp(&args);
}

static NTSTATUS shared_primary(struct world *world)
{
    D3DKMT_GETSHAREDPRIMARYHANDLE args = { .hAdapter = world->client.adapter };

    return D3DKMTGetSharedPrimaryHandle(&args);
}

static NTSTATUS lock_notification(struct world *world)
{
    D3DKMT_SHAREDPRIMARYLOCKNOTIFICATION args = { .AdapterLuid =
                                                      dxgk_adapter_luid(world->hardware) };

    return D3DKMTSharedPrimaryLockNotification(&args);
}

static NTSTATUS unlock_notification(struct world *world)
{
    D3DKMT_SHAREDPRIMARYUNLOCKNOTIFICATION args = { .AdapterLuid =
                                                        dxgk_adapter_luid(world->hardware) };

    return D3DKMTSharedPrimaryUnLockNotification(&args);
}

static NTSTATUS monitor_power(struct world *world)
{
    D3DKMT_CHECKMONITORPOWERSTATE args = { .hAdapter = world->client.adapter };

    return D3DKMTCheckMonitorPowerState(&args);
}

static NTSTATUS poll(struct world *world)
{
    D3DKMT_POLLDISPLAYCHILDREN args = { .hAdapter = world->client.adapter,
                                        .NonDestructiveOnly = 1,
                                        .PollAllAdapters = 1 };

    return D3DKMTPollDisplayChildren(&args);
}

static NTSTATUS APIENTRY unplugged(const HANDLE adapter, PDXGK_CHILD_STATUS status,
                                   BOOLEAN non_destructive)
{
    (void)adapter;
    assert_true(non_destructive);
    status->HotPlug.Connected = FALSE;
    return STATUS_SUCCESS;
}

/* The monitor goes, and with it every mode; it comes back. Only a connector that says it can change
 * is asked. */
static NTSTATUS mode_list_without_monitor(struct world *world)
{
    PDXGKDDI_QUERY_CHILD_STATUS original = world->hardware->table.DxgkDdiQueryChildStatus;
    DXGK_CHILD_CAPABILITIES *capabilities =
        &world->hardware->children[0].descriptor.ChildCapabilities;
    UINT count = 0;
    NTSTATUS status;

    capabilities->HpdAwareness = HpdAwarenessPolled;
    world->hardware->table.DxgkDdiQueryChildStatus = unplugged;
    assert_int_equal(poll(world), STATUS_SUCCESS);
    status = mode_list_into(world, NULL, &count);
    world->hardware->table.DxgkDdiQueryChildStatus = original;
    assert_int_equal(poll(world), STATUS_SUCCESS);
    capabilities->HpdAwareness = HpdAwarenessAlwaysConnected;
    assert_int_equal(mode_list_into(world, NULL, &count), STATUS_SUCCESS);
    return status;
}

static NTSTATUS multisample(struct world *world)
{
    D3DKMT_GETMULTISAMPLEMETHODLIST args = { .hAdapter = world->client.adapter,
                                             .Width = 64,
                                             .Height = 64,
                                             .Format = D3DDDIFMT_A8R8G8B8,
                                             .MethodCount = 7 };
    NTSTATUS status = D3DKMTGetMultisampleMethodList(&args);

    if (NT_SUCCESS(status)) {
        assert_int_equal(args.MethodCount, 0);
    }
    return status;
}

static const struct status_row rows[] = {
    ROW(D3DKMTSetVidPnSourceOwner, own, STALE | STOPPED | LOST),
    ROW(D3DKMTSetVidPnSourceOwner1, own1, STALE | STOPPED | LOST),
    ROW(D3DKMTCheckVidPnExclusiveOwnership, check_owner, STALE | STOPPED),
    { "D3DKMTReleaseProcessVidPnSourceOwners", release_owners, NULL, NOTHING_ELSE },
    ROW(D3DKMTGetDisplayModeList, mode_list, STALE | STOPPED | STARVED),
    ROW(D3DKMTSetDisplayMode, set_mode, STALE | STOPPED | LOST),
    ROW(D3DKMTSetGammaRamp, set_gamma, STALE | STOPPED | LOST | STARVED),
    ROW(D3DKMTGetSharedPrimaryHandle, shared_primary, STALE | STOPPED),
    ROW(D3DKMTSharedPrimaryLockNotification, lock_notification, NOTHING_ELSE),
    ROW(D3DKMTSharedPrimaryUnLockNotification, unlock_notification, NOTHING_ELSE),
    ROW(D3DKMTCheckMonitorPowerState, monitor_power, STALE | STOPPED),
    ROW(D3DKMTPollDisplayChildren, poll, STALE | STOPPED),
    ROW(D3DKMTGetMultisampleMethodList, multisample, STALE | STOPPED),
};

static const struct status_case cases[] = {
    { "D3DKMTSetVidPnSourceOwner", STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE, own_no_source },
    { "D3DKMTSetVidPnSourceOwner", STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE, own_owned },
    { "D3DKMTSetVidPnSourceOwner", STATUS_INVALID_PARAMETER, own_as_nobody },
    { "D3DKMTSetVidPnSourceOwner", STATUS_INVALID_PARAMETER, own_gdi },
    { "D3DKMTSetVidPnSourceOwner", STATUS_SUCCESS, own_gdi_as_legacy },
    { "D3DKMTSetVidPnSourceOwner", STATUS_SUCCESS, own_shared },
    { "D3DKMTSetVidPnSourceOwner1", STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE, own1_no_source },
    { "D3DKMTSetVidPnSourceOwner1", STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE, own1_owned },
    { "D3DKMTCheckVidPnExclusiveOwnership", STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE,
      check_owner_of_no_source },
    { "D3DKMTCheckVidPnExclusiveOwnership", STATUS_GRAPHICS_VIDPN_SOURCE_IN_USE, check_owned },
    { "D3DKMTReleaseProcessVidPnSourceOwners", STATUS_INVALID_PARAMETER, release_of_nobody },
    { "D3DKMTGetDisplayModeList", STATUS_BUFFER_TOO_SMALL, mode_list_no_room },
    { "D3DKMTGetDisplayModeList", STATUS_GRAPHICS_NO_AVAILABLE_VIDPN_TARGET,
      mode_list_without_monitor },
    { "D3DKMTSetDisplayMode", STATUS_GRAPHICS_NOT_EXCLUSIVE_MODE_OWNER, set_mode_unowned },
    { "D3DKMTSetGammaRamp", STATUS_INVALID_PARAMETER, set_half_a_ramp },
};

const struct status_family display_family = { "display", rows, DXGH_ARRAY_SIZE(rows), cases,
                                              DXGH_ARRAY_SIZE(cases) };
