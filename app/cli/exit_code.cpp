// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exit_code.h"

namespace acx {

ExitCode exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::NotFound:
    case ErrorKind::AlreadyExists:
    case ErrorKind::Unsupported:
    case ErrorKind::Disk:
        return ExitCode::WrongUse;
    case ErrorKind::Redirect:
    case ErrorKind::ServiceRefused:
    case ErrorKind::ServiceFault:
        return ExitCode::OtherStatus;
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainDenied:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainFailed:
    case ErrorKind::KeychainTimeout:
    case ErrorKind::KeychainMismatch:
    case ErrorKind::SecretMissing:
        return ExitCode::Keychain;
    case ErrorKind::Cancelled:
    case ErrorKind::Timeout:
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Proxy:
    case ErrorKind::Incomplete:
    case ErrorKind::TooLarge:
    case ErrorKind::UnknownOutcome:
    case ErrorKind::Internal:
        return ExitCode::NoAnswer;
    }
    return ExitCode::NoAnswer;
}

} // namespace acx
