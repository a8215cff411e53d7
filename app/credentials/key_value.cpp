// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/in_words.h"
#include "app/credentials/key_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

bool matches(const QString &value, const QRegularExpression &expression)
{
    return expression.match(value).hasMatch();
}

/// What a value is when it is surely no API key.
std::optional<Error> otherThing(const QString &value)
{
    static const QRegularExpression keyId(u"^ApiKey-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression token(u"^(Bearer\\s+)?eyJ[A-Za-z0-9_=-]+\\.[A-Za-z0-9_=-]+\\.[A-Za-z0-9_=-]*$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    Error error;
    error.kind = ErrorKind::InvalidInput;
    if (value.isEmpty()) {
        error.sentence = inWords(QT_TRANSLATE_NOOP("acx", "The API key is empty."));
        error.nextStep = inWords(QT_TRANSLATE_NOOP("acx", "Make a new key in IBM Cloud and download it."));
    } else if (value.contains(QChar::Null)) {
        error.sentence =
            inWords(QT_TRANSLATE_NOOP("acx", "The API key contains a NUL character, which no service accepts."));
        error.nextStep = inWords(QT_TRANSLATE_NOOP("acx", "Copy the key again from where it was made."));
    } else if (matches(value, keyId)) {
        error.sentence = inWords(QT_TRANSLATE_NOOP("acx", "This is the ID of an API key, not the key itself."));
        error.nextStep = inWords(
            QT_TRANSLATE_NOOP("acx", "IBM Cloud shows a key only when it is made. Make a new one and download it."));
    } else if (matches(value, token)) {
        error.sentence = inWords(QT_TRANSLATE_NOOP("acx", "This is a bearer token, not an API key."));
        error.nextStep =
            inWords(QT_TRANSLATE_NOOP("acx", "Tokens expire within hours. Import the API key that it was made "
                                             "from."));
    } else {
        return std::nullopt;
    }
    return error;
}

/// The SDKs of IBM refuse these characters at both ends, because people copy them along from examples.
std::optional<Error> strayCharacters(const QString &value)
{
    const auto isStray = [](QChar c, QChar brace) { return c == brace || c == u'"'; };
    const QChar first = value.front();
    const QChar last = value.back();
    const bool atStart = isStray(first, u'{');
    const bool atEnd = isStray(last, u'}');
    if (!atStart && !atEnd)
        return std::nullopt;
    Error error;
    error.kind = ErrorKind::InvalidInput;
    if (atStart && atEnd) {
        error.sentence =
            inWords(QT_TRANSLATE_NOOP("acx", "The key begins with %1 and ends with %2, which an API key does not."))
                .arg(first)
                .arg(last);
    } else if (atStart) {
        error.sentence =
            inWords(QT_TRANSLATE_NOOP("acx", "The key begins with %1, which an API key does not.")).arg(first);
    } else {
        error.sentence =
            inWords(QT_TRANSLATE_NOOP("acx", "The key ends with %1, which an API key does not.")).arg(last);
    }
    error.nextStep =
        inWords(QT_TRANSLATE_NOOP("acx", "Remove the characters that were copied along from an example, then "
                                         "import it again."));
    return error;
}

QString formWarning(const QString &value)
{
    static const QRegularExpression usual(u"^[A-Za-z0-9_-]{44}$"_s);
    static const QRegularExpression classic(u"^[0-9a-fA-F]{64}$"_s);
    static const QRegularExpression surprising(u"[\\s\\x00-\\x1f\\x7f]|[^\\x00-\\x7f]"_s);
    if (matches(value, usual))
        return {};
    if (matches(value, classic))
        return inWords(QT_TRANSLATE_NOOP("acx",
                                         "This looks like a classic infrastructure API key, which the token services "
                                         "refuse. Make a platform API key if signing in fails."));
    if (matches(value, surprising))
        return inWords(QT_TRANSLATE_NOOP("acx",
                                         "The key contains blanks or characters that are not plain ASCII. Check that "
                                         "it was copied as a whole and alone."));
    return inWords(QT_TRANSLATE_NOOP("acx",
                                     "The key has %1 characters and an unusual form; keys made by IBM Cloud have 44 "
                                     "letters, digits, hyphens and underscores. Check that it was copied as a whole."))
        .arg(value.size());
}

KeyOwner ownerOf(const ApiKey &key)
{
    if (key.owner != KeyOwner::Unknown)
        return key.owner;
    if (key.ownerId.contains("ServiceId-"_L1))
        return KeyOwner::ServiceId;
    return key.ownerId.startsWith("IBMid-"_L1) ? KeyOwner::User : KeyOwner::Unknown;
}

} // namespace

Result<ApiKeyImport> importOfValue(const QString &value, ApiKey facts)
{
    const QString trimmed = trimmedKey(value);
    if (const std::optional<Error> other = otherThing(trimmed))
        return fail(*other);
    ApiKeyImport found;
    found.stop = strayCharacters(trimmed);
    const QString form = formWarning(trimmed);
    if (!form.isEmpty() && !found.stop)
        found.warnings << form;
    facts.owner = ownerOf(facts);
    if (facts.source == ApiKeySource::ServiceCredentials) {
        found.warnings << inWords(QT_TRANSLATE_NOOP(
            "acx", "These are service credentials: their key belongs to a service ID for one service. IBM asks for a "
                   "user's own key to sign in to API Connect, so this one may lack the rights."));
    } else if (facts.owner == KeyOwner::ServiceId) {
        found.warnings << inWords(
            QT_TRANSLATE_NOOP("acx", "This key belongs to a service ID, not to a user. The login service "
                                     "of API Connect may refuse it."));
    }
    facts.value = Secret::fromText(trimmed);
    found.key = facts;
    return found;
}

} // namespace acx
