# tradereport_link_in(TARGET [LIBRARY…]): takes for an imported library of pkg-config its archive (.a)
# if that is installed beside the shared one, and so are the LIBRARYs that the archive needs. What is
# linked in costs nothing when the program starts, and what is not used is left out; for what is
# loaded, the dynamic linker searches all libraries for every symbol.
function(tradereport_link_in target)
  get_target_property(libraries ${target} INTERFACE_LINK_LIBRARIES)
  list(TRANSFORM libraries REPLACE "\\.so$" ".a")
  foreach(name IN LISTS ARGN)
    find_library(LINK_IN_${name} NAMES ${name})
    mark_as_advanced(LINK_IN_${name})
    list(APPEND libraries ${LINK_IN_${name}})
  endforeach()
  foreach(library IN LISTS libraries)
    if(IS_ABSOLUTE "${library}" AND NOT EXISTS "${library}" OR library MATCHES "NOTFOUND$")
      return()
    endif()
  endforeach()
  set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES "${libraries}")
endfunction()
