// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace acx {

/// What class of failure an Error is; decides the exit code of `acx` and the colour of a message.
enum class ErrorKind {
    InvalidInput,        ///< what the person gave cannot be used
    NotFound,            ///< no such file, profile, region, …
    AlreadyExists,       ///< would overwrite something that was not asked for
    Cancelled,           ///< the person stopped it
    Timeout,             ///< a deadline or an idle limit passed
    Network,             ///< no connection, or lost before an answer
    Tls,                 ///< certificate or handshake refused
    Proxy,               ///< the proxy, not the service
    Redirect,            ///< an answer that points elsewhere and is not followed
    Incomplete,          ///< an answer that is cut short or malformed
    TooLarge,            ///< a stated size limit was passed
    ServiceRefused,      ///< the service answered and said no (httpStatus is set)
    ServiceFault,        ///< the service answered with a fault of its own (5xx)
    UnknownOutcome,      ///< sent once, no answer: it may or may not have been carried out
    KeychainLocked,      ///< the keyring is locked
    KeychainDenied,      ///< the keyring refused access
    KeychainUnavailable, ///< no keychain can be reached
    KeychainFailed,      ///< the keychain is there and open, and did not do it
    KeychainTimeout,     ///< the keychain does not answer
    KeychainMismatch,    ///< read back something other than was written
    SecretMissing,       ///< the keychain is open and no longer has this secret
    Disk,                ///< reading or writing a file failed
    Unsupported,         ///< known, and deliberately not done
    Internal,            ///< a fault of this program
};

/// One failure, told so that a person can act on it. No member ever holds a secret: whoever builds an Error from a
/// service's words passes them through the Redactor first.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString sentence;    ///< what happened, one sentence a person understands
    QString nextStep;    ///< what to do next; may be empty
    QString serviceText; ///< the service's own words, redacted
    QString serviceCode; ///< the service's own code, e.g. BXNIM0415E
    QString requestId;   ///< what the service's support asks for
    int httpStatus = 0;  ///< 0 = there was no HTTP status
    QString technical;   ///< detail for the expandable part (library text, errno, place), redacted

    bool operator==(const Error &) const = default;

    /// Sentence and next step as one text.
    [[nodiscard]] QString message() const;
    /// The expandable part: service code, text, request id, status and technical detail, one a line.
    [[nodiscard]] QString details() const;
};

} // namespace acx
