// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/key_use.h"

#include <QCoreApplication>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace acx {

KeyUse::KeyUse()
    : m_secret(32, Qt::Uninitialized)
{
    QRandomGenerator::system()->generate(m_secret.begin(), m_secret.end());
}

QByteArray KeyUse::markOf(TokenKind kind, const Secret &key) const
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, m_secret);
    code.addData(key.reveal());
    return code.result() + static_cast<char>(kind);
}

bool KeyUse::note(const QByteArray &mark)
{
    const bool isNew = !m_marks.contains(mark);
    m_marks.insert(mark);
    return isNew;
}

bool maySpendKey(const Result<Token> &result)
{
    if (result)
        return true;
    switch (result.error().kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Proxy:
    case ErrorKind::Redirect:
    case ErrorKind::ServiceRefused:
        return false;
    default:
        return true;
    }
}

Error spentKeyError()
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.sentence = QCoreApplication::translate(
        "acx", "This API key may be good for one exchange only, and it has been exchanged.");
    error.nextStep = QCoreApplication::translate(
        "acx", "Renew the token yourself if the key allows multiple use, or create a new key and replace this one.");
    return error;
}

Error unspentKeyError()
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.sentence = QCoreApplication::translate(
        "acx", "This API key may be good for one exchange only, and asking for a token would use it up.");
    error.nextStep = QCoreApplication::translate("acx", "Get the token on the Tokens screen first.");
    return error;
}

} // namespace acx
