# cmake --install: the program, its manual, the headers a driver and a device model need, and the
# reference driver in both modes.
include(GNUInstallDirs)

if(TARGET dxghost)
    install(TARGETS dxghost RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
foreach(driver softgpu softgpu-windows)
    if(TARGET ${driver})
        install(PROGRAMS ${CMAKE_BINARY_DIR}/drivers/softgpu/${driver}.so
            DESTINATION ${CMAKE_INSTALL_LIBDIR}/dxghost)
    endif()
endforeach()
install(DIRECTORY include/dxghost include/wdk
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/dxghost FILES_MATCHING PATTERN "*.h")
install(FILES devices/softgpu/softgpu_regs.h drivers/softgpu/softgpu_escape.h
    drivers/softgpu/softgpu_umd.h
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/dxghost/softgpu)
if(TARGET dxghost-d3dkmt)
    install(TARGETS dxghost-d3dkmt LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
    install(FILES ${CMAKE_BINARY_DIR}/src/d3dkmt/dxghost-d3dkmt.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endif()
install(FILES docs/dxghost.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
# What `dxghost cc` needs beside the program.
install(DIRECTORY include/wdk DESTINATION ${CMAKE_INSTALL_DATADIR}/dxghost/include)
install(DIRECTORY glue DESTINATION ${CMAKE_INSTALL_DATADIR}/dxghost)
