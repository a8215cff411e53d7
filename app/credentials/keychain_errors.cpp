// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychain_errors.h"

#include "app/base/in_words.h"

#include <QCoreApplication>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// What a Secret Service says of a default keyring that it does not have (API draft 0.2).
constexpr QLatin1StringView noSuchObject = "org.freedesktop.Secret.Error.NoSuchObject"_L1;

Error make(ErrorKind kind, const QString &sentence, const QString &nextStep, const QString &technical = {})
{
    Error error;
    error.kind = kind;
    error.sentence = sentence;
    error.nextStep = nextStep;
    error.technical = technical;
    return error;
}

QString lockedSentence(KeychainAction action)
{
    switch (action) {
    case KeychainAction::Write:
        return inWords(QT_TRANSLATE_NOOP("acx", "The keychain is locked, so the key was not saved."));
    case KeychainAction::Read:
        return inWords(QT_TRANSLATE_NOOP("acx", "The keychain is locked, so the stored key cannot be read."));
    case KeychainAction::Remove:
        return inWords(QT_TRANSLATE_NOOP("acx", "The stored key could not be removed while the keychain is locked."));
    }
    Q_UNREACHABLE();
}

QString deniedSentence(KeychainAction action)
{
    switch (action) {
    case KeychainAction::Write:
        return inWords(QT_TRANSLATE_NOOP("acx", "The keychain refused to save the key."));
    case KeychainAction::Read:
        return inWords(QT_TRANSLATE_NOOP("acx", "The keychain refused to hand out the stored key."));
    case KeychainAction::Remove:
        return inWords(QT_TRANSLATE_NOOP("acx", "The keychain refused to remove the stored key."));
    }
    Q_UNREACHABLE();
}

QString unavailableSentence(KeychainAction action)
{
    switch (action) {
    case KeychainAction::Write:
        return inWords(QT_TRANSLATE_NOOP("acx", "No keychain can be reached here, so the key was not saved."));
    case KeychainAction::Read:
        return inWords(QT_TRANSLATE_NOOP("acx", "No keychain can be reached here, so the stored key cannot be read."));
    case KeychainAction::Remove:
        return inWords(QT_TRANSLATE_NOOP("acx", "No keychain can be reached here, so the stored key was not removed."));
    }
    Q_UNREACHABLE();
}

QString failedSentence(KeychainAction action)
{
    switch (action) {
    case KeychainAction::Write:
        return inWords(QT_TRANSLATE_NOOP("acx", "The keychain reported an error, so the key counts as not saved."));
    case KeychainAction::Read:
        return inWords(QT_TRANSLATE_NOOP("acx", "The keychain reported an error, so the stored key cannot be read."));
    case KeychainAction::Remove:
        return inWords(
            QT_TRANSLATE_NOOP("acx", "The keychain reported an error, so the stored key counts as not removed."));
    }
    Q_UNREACHABLE();
}

QString timeoutSentence(KeychainAction action)
{
    switch (action) {
    case KeychainAction::Write:
        return inWords(QT_TRANSLATE_NOOP("acx", "The keychain does not answer, so the key counts as not saved."));
    case KeychainAction::Read:
        return inWords(QT_TRANSLATE_NOOP("acx", "The keychain does not answer, so the stored key cannot be read."));
    case KeychainAction::Remove:
        return inWords(QT_TRANSLATE_NOOP("acx", "The keychain does not answer, so the stored key may still be there."));
    }
    Q_UNREACHABLE();
}

QString withoutKeyringSentence(KeychainAction action)
{
    switch (action) {
    case KeychainAction::Write:
        return inWords(
            QT_TRANSLATE_NOOP("acx", "There is no default keyring in the keychain, so the key was not saved."));
    case KeychainAction::Read:
        return inWords(
            QT_TRANSLATE_NOOP("acx", "There is no default keyring in the keychain, so the stored key cannot be read."));
    case KeychainAction::Remove:
        return inWords(QT_TRANSLATE_NOOP(
            "acx", "There is no default keyring in the keychain, so the stored key was not removed."));
    }
    Q_UNREACHABLE();
}

Error invalidSecret(const char *sentence, const char *nextStep)
{
    return make(ErrorKind::InvalidInput, inWords(sentence), inWords(nextStep));
}

} // namespace

// None of them says that a key can be used for this session only: the screen that offers it does, nobody else can.
Error keychainLocked(KeychainAction action, const QString &technical)
{
    const char *next = action == KeychainAction::Remove
                           ? QT_TRANSLATE_NOOP("acx", "Unlock the keychain, then remove it again.")
                           : QT_TRANSLATE_NOOP("acx", "Unlock the keychain and try again.");
    return make(ErrorKind::KeychainLocked, lockedSentence(action), inWords(next), technical);
}

Error keychainDenied(KeychainAction action, const QString &technical)
{
    return make(
        ErrorKind::KeychainDenied, deniedSentence(action),
        inWords(QT_TRANSLATE_NOOP("acx", "Allow API Connect Explorer in the settings of your keychain and try again.")),
        technical);
}

Error keychainUnavailable(KeychainAction action, const QString &technical)
{
    return make(ErrorKind::KeychainUnavailable, unavailableSentence(action),
                inWords(QT_TRANSLATE_NOOP(
                    "acx", "Start a keychain service (GNOME Keyring, KWallet, KeePassXC) and restart the program.")),
                technical);
}

Error keychainFailed(KeychainAction action, const QString &technical)
{
    return make(ErrorKind::KeychainFailed, failedSentence(action),
                inWords(QT_TRANSLATE_NOOP(
                    "acx", "Try again. If it stays so, look into the program that manages your keychain.")),
                technical);
}

Error keychainTimeout(KeychainAction action, const QString &technical)
{
    return make(ErrorKind::KeychainTimeout, timeoutSentence(action),
                inWords(QT_TRANSLATE_NOOP(
                    "acx", "Look for a password question of the keychain, or restart the keychain service, and "
                           "try again.")),
                technical);
}

Error keychainMismatch(KeychainAction action)
{
    if (action == KeychainAction::Remove) {
        return make(ErrorKind::KeychainMismatch,
                    inWords(QT_TRANSLATE_NOOP("acx", "The keychain still holds the key after removing it.")),
                    inWords(QT_TRANSLATE_NOOP(
                        "acx", "Remove the entry \"API Connect Explorer\" with the program that manages your "
                               "keychain.")));
    }
    return make(
        ErrorKind::KeychainMismatch,
        inWords(QT_TRANSLATE_NOOP("acx", "The keychain gave back something other than what was saved, so the key "
                                         "counts as not saved.")),
        inWords(QT_TRANSLATE_NOOP("acx", "Try again.")));
}

Error keychainWithoutKeyring(KeychainAction action, const QString &technical)
{
    const char *next =
        action == KeychainAction::Remove
            ? QT_TRANSLATE_NOOP("acx", "If you have deleted it, the key went with it. Otherwise choose one in the "
                                       "program that manages your keychain, and try again.")
            : QT_TRANSLATE_NOOP("acx", "Choose one in the program that manages your keychain, or import the key "
                                       "again, which makes one.");
    Error error = make(ErrorKind::KeychainUnavailable, withoutKeyringSentence(action), inWords(next), technical);
    error.serviceCode = noSuchObject;
    return error;
}

bool isWithoutKeyring(const Error &error)
{
    return error.kind == ErrorKind::KeychainUnavailable && error.serviceCode == noSuchObject;
}

Error asFailed(KeychainAction action, const Error &failedRead)
{
    switch (failedRead.kind) {
    case ErrorKind::KeychainLocked:
        return keychainLocked(action, failedRead.technical);
    case ErrorKind::KeychainDenied:
        return keychainDenied(action, failedRead.technical);
    case ErrorKind::KeychainUnavailable:
        return isWithoutKeyring(failedRead) ? keychainWithoutKeyring(action, failedRead.technical)
                                            : keychainUnavailable(action, failedRead.technical);
    case ErrorKind::KeychainFailed:
        return keychainFailed(action, failedRead.technical);
    case ErrorKind::KeychainTimeout:
        return keychainTimeout(action, failedRead.technical);
    default:
        return failedRead;
    }
}

Error keychainSecretMissing()
{
    return make(ErrorKind::SecretMissing,
                inWords(QT_TRANSLATE_NOOP("acx", "The keychain is open, but it no longer has this key.")),
                inWords(QT_TRANSLATE_NOOP("acx", "Import the key again, or remove the profile.")));
}

Error sessionSecretMissing()
{
    return make(ErrorKind::SecretMissing,
                inWords(QT_TRANSLATE_NOOP("acx", "This key was kept for one session only and is no longer there.")),
                inWords(QT_TRANSLATE_NOOP("acx", "Import the key again.")));
}

bool isKeychainError(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainDenied:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainFailed:
    case ErrorKind::KeychainTimeout:
    case ErrorKind::KeychainMismatch:
        return true;
    default:
        return false;
    }
}

std::optional<Error> problemOfSecret(const Secret &value)
{
    const QByteArray bytes = value.reveal();
    if (bytes.isEmpty())
        return invalidSecret(QT_TRANSLATE_NOOP("acx", "The key is empty."),
                             QT_TRANSLATE_NOOP("acx", "Choose a file or paste a text that holds an API key."));
    if (bytes.contains('\0'))
        return invalidSecret(QT_TRANSLATE_NOOP("acx", "The key contains a NUL character, which no keychain can keep."),
                             QT_TRANSLATE_NOOP("acx", "Copy the key again from where it was made."));
    if (!bytes.isValidUtf8())
        return invalidSecret(QT_TRANSLATE_NOOP("acx", "The key is not readable text."),
                             QT_TRANSLATE_NOOP("acx", "Copy the key again from where it was made."));
    if (bytes.size() > maximumSecretSize)
        return make(ErrorKind::TooLarge,
                    inWords(QT_TRANSLATE_NOOP("acx", "The key has %1 bytes; a keychain entry may have at most %2."))
                        .arg(bytes.size())
                        .arg(maximumSecretSize),
                    inWords(QT_TRANSLATE_NOOP("acx", "Check that only the key was copied and nothing around it.")));
    return std::nullopt;
}

} // namespace acx
