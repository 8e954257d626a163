// The served page on sockets of this machine alone: 127.0.0.1, and [::1] where there is one.
#pragma once

#include <memory>

#include "tools/serve/site.h"

namespace tradereport::tools {

class Listener {
 public:
  Listener();
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  // Takes the port of both addresses; 0: one that is free. The port, or 0 if it is taken.
  int bind(int port);
  // Answers requests, in threads of their own. The site must outlive it.
  void start(Site& site);

 private:
  struct Sockets;
  std::unique_ptr<Sockets> sockets_;
};

}  // namespace tradereport::tools
