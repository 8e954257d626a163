// Where the tests find what they run and read. Told to one source alone (places.cpp), so that no
// other depends on the folder that it is built in.
#pragma once

namespace tradereport {

extern const char* const kSourceFolder;
extern const char* const kBuildFolder;
extern const char* const kProgramFile;        // tradereport
extern const char* const kWorldIssueFile;     // world_issue
extern const char* const kRefuseListingFile;  // what tests preload into the program
extern const char* const kCompiler;
extern const char* const kCompilerFlags;

}  // namespace tradereport
