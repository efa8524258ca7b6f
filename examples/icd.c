/* SPDX-License-Identifier: MIT */
/*
 * An OpenGL ICD in miniature: OSMesa is the OpenGL implementation, the D3DKMT functions bring its
 * frames to the screen.
 *
 *     icd [FRAMES [DIRECTORY]]      writes DIRECTORY/frame-N.png, one per frame
 *
 * As an ICD does, it asks the driver about the board with a private escape, makes a surface of its
 * own kind, locks it, puts a frame in, and presents it.
 */
#include <dxghost/d3dkmt.h>

#include <softgpu_escape.h>
#include <softgpu_umd.h>

#include <GL/osmesa.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 400
#define HEIGHT 300

static D3DKMT_HANDLE adapter;
static D3DKMT_HANDLE device;
static D3DKMT_HANDLE context;
static D3DKMT_HANDLE surface;

static void check(NTSTATUS status, const char *what)
{
    if (!NT_SUCCESS(status)) {
        fprintf(stderr, "icd: %s: 0x%08X %s\n", what, (unsigned)status, dxghost_error());
        exit(1);
    }
}

static void open_device(void)
{
    D3DKMT_ADAPTERINFO info;
    D3DKMT_ENUMADAPTERS2 adapters = { .NumAdapters = 1, .pAdapters = &info };
    D3DKMT_CREATEDEVICE create = { 0 };
    D3DKMT_CREATECONTEXT create_context = { .EngineAffinity = 1 };

    check(D3DKMTEnumAdapters2(&adapters), "D3DKMTEnumAdapters2");
    adapter = info.hAdapter;
    create.hAdapter = adapter;
    check(D3DKMTCreateDevice(&create), "D3DKMTCreateDevice");
    device = create.hDevice;
    create_context.hDevice = device;
    check(D3DKMTCreateContext(&create_context), "D3DKMTCreateContext");
    context = create_context.hContext;
}

static void ask_driver(void)
{
    SG_ESCAPE_INFO info = { .Header = { SG_ESCAPE_MAGIC, SG_ESCAPE_VERSION, sizeof(info),
                                        SG_ESCAPE_GPU_INFO } };
    D3DKMT_ESCAPE escape = { .hAdapter = adapter,
                             .hDevice = device,
                             .pPrivateDriverData = &info,
                             .PrivateDriverDataSize = sizeof(info) };

    check(D3DKMTEscape(&escape), "D3DKMTEscape");
    printf("%u nodes, %llu MB, screen %ux%u, %s\n", info.NodeCount, info.VramBytes >> 20,
           info.Width, info.Height, (const char *)glGetString(GL_RENDERER));
}

static void make_surface(void)
{
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = SG_SURFACE_STAGING,
                                    .Width = WIDTH,
                                    .Height = HEIGHT,
                                    .Pitch = WIDTH * 4,
                                    .Format = D3DDDIFMT_X8R8G8B8 };
    D3DDDI_ALLOCATIONINFO info = { .pPrivateDriverData = &data,
                                   .PrivateDriverDataSize = sizeof(data) };
    D3DKMT_CREATEALLOCATION create = { .hDevice = device,
                                       .NumAllocations = 1,
                                       .pAllocationInfo = &info };

    check(D3DKMTCreateAllocation(&create), "D3DKMTCreateAllocation");
    surface = info.hAllocation;
}

static void draw(int frame, int frames)
{
    glClearColor(0.1f, 0.1f, 0.2f, 1.0f);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    glLoadIdentity();
    glRotatef(360.0f * (float)frame / (float)frames, 0.0f, 0.0f, 1.0f);
    glBegin(GL_TRIANGLES);
    glColor3f(1.0f, 0.2f, 0.2f);
    glVertex2f(0.0f, 0.8f);
    glColor3f(0.2f, 1.0f, 0.2f);
    glVertex2f(-0.7f, -0.5f);
    glColor3f(0.2f, 0.4f, 1.0f);
    glVertex2f(0.7f, -0.5f);
    glEnd();
    glFinish();
}

/* OpenGL's first row is the lowest. */
static void put_frame(const unsigned int *pixels)
{
    D3DKMT_LOCK lock = { .hDevice = device, .hAllocation = surface };
    D3DKMT_UNLOCK unlock = { .hDevice = device, .NumAllocations = 1, .phAllocations = &surface };

    check(D3DKMTLock(&lock), "D3DKMTLock");
    for (int y = 0; y < HEIGHT; y++) {
        memcpy((char *)lock.pData + (size_t)y * WIDTH * 4, &pixels[(HEIGHT - 1 - y) * WIDTH],
               WIDTH * 4);
    }
    check(D3DKMTUnlock(&unlock), "D3DKMTUnlock");
}

static void present(int x)
{
    D3DKMT_PRESENT args = { .hContext = context,
                            .hSource = surface,
                            .DstRect = { x, 100, x + WIDTH, 100 + HEIGHT },
                            .SrcRect = { 0, 0, WIDTH, HEIGHT },
                            .Flags = { .Blt = 1, .DstRectValid = 1, .SrcRectValid = 1 } };
    D3DKMT_WAITFORIDLE idle = { .hDevice = device };

    check(D3DKMTPresent(&args), "D3DKMTPresent");
    check(D3DKMTWaitForIdle(&idle), "D3DKMTWaitForIdle");
}

int main(int argc, char **argv)
{
    static unsigned int pixels[WIDTH * HEIGHT];
    int frames = argc > 1 ? atoi(argv[1]) : 8;
    const char *directory = argc > 2 ? argv[2] : ".";
    OSMesaContext gl = OSMesaCreateContextExt(OSMESA_BGRA, 16, 0, 0, NULL);

    if (gl == NULL || !OSMesaMakeCurrent(gl, pixels, GL_UNSIGNED_BYTE, WIDTH, HEIGHT)) {
        fprintf(stderr, "icd: OSMesa gives no context\n");
        return 1;
    }
    open_device();
    ask_driver();
    make_surface();
    for (int frame = 0; frame < frames; frame++) {
        char path[4096];

        draw(frame, frames);
        put_frame(pixels);
        present(100);
        snprintf(path, sizeof(path), "%s/frame-%d.png", directory, frame);
        if (!dxghost_screenshot(path)) {
            fprintf(stderr, "icd: %s could not be written\n", path);
            return 1;
        }
    }
    check(D3DKMTDestroyDevice(&(D3DKMT_DESTROYDEVICE){ .hDevice = device }), "D3DKMTDestroyDevice");
    check(D3DKMTCloseAdapter(&(D3DKMT_CLOSEADAPTER){ .hAdapter = adapter }), "D3DKMTCloseAdapter");
    OSMesaDestroyContext(gl);
    return dxghost_breaches() == 0 ? 0 : 1;
}
