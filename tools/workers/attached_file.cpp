#include "tools/workers/attached_file.h"

#include <cstring>

namespace tradereport::tools {

void AttachedFile::send_with(msghdr& message, int file) {
  if (file < 0) return;
  receive_with(message);
  cmsghdr* const rights = CMSG_FIRSTHDR(&message);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(rights), &file, sizeof(int));
}

void AttachedFile::receive_with(msghdr& message) {
  message.msg_control = room_.data();
  message.msg_controllen = room_.size();
}

int AttachedFile::of(const msghdr& message) {
  int file = -1;
  const cmsghdr* const rights = CMSG_FIRSTHDR(&message);
  if (rights != nullptr && rights->cmsg_type == SCM_RIGHTS)
    std::memcpy(&file, CMSG_DATA(rights), sizeof(int));
  return file;
}

}  // namespace tradereport::tools
