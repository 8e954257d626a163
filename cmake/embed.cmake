# tradereport_embed(TARGET FUNCTION HEADER FILE…): adds a generated source to TARGET that defines
#   const std::vector<std::pair<std::string, std::string_view>>& tradereport::FUNCTION()
# with the name (without folders) and the text of each file. HEADER declares it.
function(tradereport_embed target function header)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DFUNCTION=${function} -DHEADER=${header}
            "-DFILES=${ARGN}" -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_files.cmake
    DEPENDS ${ARGN} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_files.cmake
    VERBATIM)
  # Sources compiled together are there before anything is built: clang-tidy reads them so.
  set_source_files_properties(${output} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources(${target} PRIVATE ${output})
endfunction()
