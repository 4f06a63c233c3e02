// What a program's exit status says to a script. These numbers are stable: they are part of the interface.
#pragma once

namespace jumelage::cli {

enum ExitCode : int {
  kExitOk = 0,
  kExitRefused = 1,      // the operation was understood and refused, or it failed
  kExitUsage = 2,        // the command line makes no sense; nothing was tried
  kExitNotFound = 3,     // what was asked for is not there
  kExitFinding = 4,      // it ran to the end and found something irregular or tampered with
  kExitEnvironment = 5,  // a file, disk, network or terminal did not do its part
  kExitInternal = 70,    // a fault of this program (EX_SOFTWARE of sysexits.h)
};

}  // namespace jumelage::cli
