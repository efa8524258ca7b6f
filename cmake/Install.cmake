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

# find_package(dxghost) and pkg-config dxghost: for projects with a driver or a device model. The
# same description for the build tree and for the installed files.
set(PC_PREFIX ${CMAKE_BINARY_DIR})
set(PC_INCLUDEDIR ${CMAKE_SOURCE_DIR}/include)
set(PC_PROGRAM ${CMAKE_BINARY_DIR}/dxghost)
set(DXGHOST_PROGRAM ${CMAKE_BINARY_DIR}/dxghost)
set(DXGHOST_INCLUDE_DIR ${CMAKE_SOURCE_DIR}/include)
configure_file(cmake/dxghost.pc.in ${CMAKE_BINARY_DIR}/dxghost.pc @ONLY)
configure_file(cmake/dxghostConfig.cmake.in ${CMAKE_BINARY_DIR}/dxghostConfig.cmake @ONLY)
# Relative to themselves, so that the prefix may be chosen at installation.
file(RELATIVE_PATH up /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" up "${up}")
set(PC_PREFIX "\${pcfiledir}/${up}")
set(PC_INCLUDEDIR "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}/dxghost")
set(PC_PROGRAM "\${prefix}/${CMAKE_INSTALL_BINDIR}/dxghost")
file(RELATIVE_PATH up /${CMAKE_INSTALL_LIBDIR}/cmake/dxghost /)
set(DXGHOST_PROGRAM ${up}${CMAKE_INSTALL_BINDIR}/dxghost)
set(DXGHOST_INCLUDE_DIR ${up}${CMAKE_INSTALL_INCLUDEDIR}/dxghost)
configure_file(cmake/dxghost.pc.in ${CMAKE_BINARY_DIR}/installed/dxghost.pc @ONLY)
configure_file(cmake/dxghostConfig.cmake.in ${CMAKE_BINARY_DIR}/installed/dxghostConfig.cmake @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/installed/dxghost.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(FILES ${CMAKE_BINARY_DIR}/installed/dxghostConfig.cmake
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/dxghost)
