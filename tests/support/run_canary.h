// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/leaks/canary.h"

#include <QByteArray>
#include <QString>

namespace acx {

/// Secrets that are the same in all test programs of one run of the suite, and in no other run. The suite's last test
/// (run_secrets_are_nowhere) searches for them in what the run has left behind and told. Each use leaves a mark for it.
/// A test program that is started by hand makes its own.
///
/// An API key as IBM makes them: 44 letters, digits, '-' and '_'.
[[nodiscard]] const QByteArray &runKey();
/// Opaque, of letters and digits: a client secret, a password, a token that is no JWT.
[[nodiscard]] const QByteArray &runSecret();
/// Looks like a JWT of IAM; what is searched for is its signature.
[[nodiscard]] const QByteArray &runToken();

/// What the run's secrets are known by, with those that watchFor() was told in this program.
[[nodiscard]] QList<Canary> runCanaries();
/// This program made a secret of its own, as the sandbox does: it is searched for like the run's own.
void watchFor(const QString &name, const QByteArray &secret);

/// The folder of the run (ACX_RUN_DIR); empty = the program was started by hand.
[[nodiscard]] QString runFolder();
/// Leaves the mark `kind` of this program in the run's folder.
void markInRun(const QString &kind);
/// Makes the folder of a run anew with fresh secrets. False: it could not be made, or belongs to somebody else.
[[nodiscard]] bool beginRun(const QString &folder);
/// The secrets of that run, with all that its programs watched for.
[[nodiscard]] QList<Canary> canariesOfRun(const QString &folder);

} // namespace acx
