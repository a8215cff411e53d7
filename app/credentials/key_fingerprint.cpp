// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/key_fingerprint.h"

#include "app/base/deliver.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace acx {

struct KeyFingerprint::State
{
    explicit State(SecretStore &secretStore)
        : store(secretStore)
    {}
    SecretStore &store;
    Secret macKey;
    /// The random key while it is being fetched or made, so that two first uses make only one.
    std::optional<QFuture<Result<Secret>>> pending;

    [[nodiscard]] QFuture<Result<Secret>> fetch();
    [[nodiscard]] QFuture<Result<Secret>> make();
};

namespace {

QString entry()
{
    return u"installation/fingerprint-key"_s;
}

Secret randomKey()
{
    std::array<quint32, 8> words{}; // 256 bits
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const auto *bytes = reinterpret_cast<const char *>(words.data());
    return Secret(QByteArray::fromRawData(bytes, sizeof words).toHex());
}

QByteArray fingerprint(const Secret &apiKey, const Secret &macKey)
{
    return QMessageAuthenticationCode::hash(apiKey.reveal(), macKey.reveal(), QCryptographicHash::Sha256).toHex();
}

} // namespace

QFuture<Result<Secret>> KeyFingerprint::State::fetch()
{
    return store.read(entry())
        .then([this](QFuture<Result<Secret>> done) {
            if (done.resultCount() == 0)
                return ready<Secret>(fail(cancelledError()));
            const Result<Secret> found = done.resultAt(0);
            if (!found && found.error().kind == ErrorKind::SecretMissing)
                return make();
            return ready(found);
        })
        .unwrap();
}

QFuture<Result<Secret>> KeyFingerprint::State::make()
{
    const Secret made = randomKey();
    return chain<Secret>(store.write(entry(), made), [made] { return ready(Result<Secret>(made)); });
}

KeyFingerprint::KeyFingerprint(SecretStore &store)
    : m_state(std::make_shared<State>(store))
{}

QFuture<Result<QByteArray>> KeyFingerprint::of(const Secret &apiKey)
{
    const std::shared_ptr<State> state = m_state;
    if (!state->macKey.isEmpty())
        return ready(Result<QByteArray>(fingerprint(apiKey, state->macKey)));
    if (!state->pending || state->pending->isFinished())
        state->pending = state->fetch();
    return chain<QByteArray>(*state->pending, [state, apiKey](const Secret &macKey) {
        state->macKey = macKey;
        return ready(Result<QByteArray>(fingerprint(apiKey, macKey)));
    });
}

} // namespace acx
