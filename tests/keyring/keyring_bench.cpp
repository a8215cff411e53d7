// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/keyring/keyring_bench.h"

#include "app/base/app_info.h"
#include "app/base/deliver.h"
#include "app/profiles/secret_swap.h"
#include "tests/keyring/stall_watch.h"
#include "tests/profiles/stored_names.h"
#include "tests/support/wait.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

const char *nameOf(Deed deed)
{
    switch (deed) {
    case Deed::Import:
        return "import";
    case Deed::Use:
        return "use";
    case Deed::Remove:
        return "remove";
    case Deed::Replace:
        return "replace";
    }
    Q_UNREACHABLE();
}

QByteArray DeedOutcome::told() const
{
    QByteArray text = error ? error->message().toUtf8() + '\n' + error->details().toUtf8() : "done"_ba;
    text += "\nlongest stall: " + QByteArray::number(static_cast<qint64>(longestStall.count())) + " ms in " +
            QByteArray::number(turns) + " turns";
    return text;
}

KeyringBench::KeyringBench(const KeychainOptions &options)
    : m_file(path())
{
    startAgain(options);
}

void KeyringBench::startAgain(const KeychainOptions &options)
{
    m_options = options;
    m_profiles.reset();
    m_keychain = std::make_unique<KeychainStore>(options);
    m_profiles = std::make_unique<ProfileService>(m_file, *m_keychain, m_session);
    if (const Status loaded = m_profiles->load(); !loaded)
        qFatal("%s", qPrintable(loaded.error().message()));
}

bool KeyringBench::fill()
{
    const auto add = [this](const QString &name, const QByteArray &key, Profile &into) {
        const Result<Profile> added = waitFor(m_profiles->add(profileDraft(name), keyOf(key)));
        if (added)
            into = *added;
        return added.has_value();
    };
    return add(u"subject"_s, subjectKey(), m_subject) && add(u"bystander"_s, bystanderKey(), m_bystander);
}

void KeyringBench::fillListOnly()
{
    for (Profile *profile : {&m_subject, &m_bystander}) {
        *profile = profileDraft(profile == &m_subject ? u"subject"_s : u"bystander"_s);
        profile->id = QUuid::createUuid();
        profile->keyFingerprint = QByteArray(64, 'f');
        if (const Status saved = m_file.save(*profile); !saved)
            qFatal("%s", qPrintable(saved.error().message()));
    }
    startAgain(m_options);
}

QFuture<Status> KeyringBench::begin(Deed deed, Secret *value)
{
    const auto done = [](const auto &) { return ready<void>(Status()); };
    switch (deed) {
    case Deed::Import:
        return chain<void>(m_profiles->add(profileDraft(freshName()), keyOf(freshKey())), done);
    case Deed::Replace:
        return chain<void>(m_profiles->replaceKey(m_subject.id, keyOf(freshKey())), done);
    case Deed::Use:
        return chain<void>(m_profiles->apiKey(m_subject.id), [value](const Secret &key) {
            *value = key;
            return ready<void>(Status());
        });
    case Deed::Remove:
        return m_profiles->remove(m_subject.id);
    }
    Q_UNREACHABLE();
}

DeedOutcome KeyringBench::run(Deed deed, const std::function<void()> &meanwhile)
{
    constexpr std::chrono::milliseconds limit = std::chrono::seconds(90);
    const auto value = std::make_shared<Secret>();
    DeedOutcome outcome;
    StallWatch watch;
    const QFuture<Status> future = begin(deed, value.get());
    if (meanwhile) {
        outcome.longestStall = watch.longest();
        meanwhile();
        watch.restart();
    }
    const Status status = waitFor(future, limit);
    outcome.longestStall = std::max(outcome.longestStall, watch.longest());
    outcome.turns = watch.turns();
    if (!status)
        outcome.error = status.error();
    else
        outcome.value = *value;
    return outcome;
}

QStringList KeyringBench::namesOnDisk() const
{
    return storedNames(m_file);
}

bool KeyringBench::isOnDisk(const Profile &profile) const
{
    const Result<ProfileStore::Contents> contents = m_file.load();
    return contents && std::any_of(contents->profiles.cbegin(), contents->profiles.cend(),
                                   [&profile](const Profile &other) { return other == profile; });
}

Profile profileDraft(const QString &name)
{
    Profile profile;
    profile.name = name;
    profile.deployment = DeploymentKind::Reserved;
    profile.overrides.api = QUrl(u"https://api.example.com"_s);
    return profile;
}

ApiKey keyOf(const QByteArray &value)
{
    ApiKey key;
    key.value = Secret(value);
    key.name = u"matrix"_s;
    return key;
}

QString keyringEntry(const Profile &profile)
{
    return QLatin1StringView(applicationId) + u'/' + apiKeyEntry(profile.id);
}

} // namespace acx
