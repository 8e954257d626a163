# The package of the program for Debian: cpack in the build folder, or tools/package. It holds the
# component "program" alone, not the libraries.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "tradereport developers <developers@tradereport.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_NAME tradereport)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What Poppler reads without being linked to it: character maps of fonts that a PDF does not embed.
set(CPACK_DEBIAN_PACKAGE_DEPENDS poppler-data)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "finds the figures in statistics reports that cannot be right")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Reads published monthly statistics reports (PDF, Word files, text), turns
their tables and their sentences into data (CSV, Excel, SQLite), and proves
which printed figures cannot be right. Rounding is never called an error.")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
