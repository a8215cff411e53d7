// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profile_errors.h"

#include <QCoreApplication>

namespace acx {

Error noSuchProfile()
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.sentence = QCoreApplication::translate("acx", "This profile no longer exists.");
    error.nextStep = QCoreApplication::translate("acx", "Choose another profile, or import the API key again.");
    return error;
}

Error missingKey(Error error, const Profile &profile)
{
    if (error.kind != ErrorKind::SecretMissing)
        return error;
    error.sentence =
        profile.sessionOnly
            ? QCoreApplication::translate("acx", "The key of “%1” was kept for one session only and is gone.")
                  .arg(profile.name)
            : QCoreApplication::translate("acx", "The keychain no longer has the key of “%1”.").arg(profile.name);
    error.nextStep =
        QCoreApplication::translate("acx", "Import the API key again into this profile, or remove the profile.");
    return error;
}

Error missingClientSecret(Error error, const Profile &profile)
{
    if (error.kind != ErrorKind::SecretMissing)
        return error;
    error.sentence =
        profile.sessionOnly
            ? QCoreApplication::translate("acx", "The client secret of “%1” was kept for one session only and is gone.")
                  .arg(profile.name)
            : QCoreApplication::translate("acx", "The keychain no longer has the client secret of “%1”.")
                  .arg(profile.name);
    error.nextStep = QCoreApplication::translate("acx", "Enter the client id and its secret again in this profile.");
    return error;
}

Error programIsEnding()
{
    Error error;
    error.sentence = QCoreApplication::translate("acx", "The program is ending, so this was not finished.");
    error.nextStep = QCoreApplication::translate("acx", "Start it again and look at the profile.");
    return error;
}

Error nameTaken(const QString &name)
{
    Error error;
    error.kind = ErrorKind::AlreadyExists;
    error.sentence = QCoreApplication::translate("acx", "There already is a profile named “%1”.").arg(name);
    error.nextStep = QCoreApplication::translate("acx", "Choose another name.");
    return error;
}

} // namespace acx
