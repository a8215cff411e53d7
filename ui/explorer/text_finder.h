// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"
#include "ui/explorer/text_hits.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <optional>

namespace acx {

/// Bytes that are searched.
struct SearchTarget
{
    QByteArrayView bytes;
    std::shared_ptr<const void> owner; ///< keeps the bytes
    JsonIndexPtr json;                 ///< of these bytes: only names and scalars count; null = every place counts
};

/// Finds a text in bytes of any size in the background. Case is ignored for A to Z. The first `mostHits` are kept.
class TextFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextFinder)

public:
    static constexpr size_t mostHits = 1'000'000;

    explicit TextFinder(QObject *parent = nullptr);
    ~TextFinder() override;

    /// Ends what runs. An empty needle finds nothing.
    void start(const SearchTarget &target, const QByteArray &needle);
    void stop();
    [[nodiscard]] bool isRunning() const;
    /// What was found so far; never null.
    [[nodiscard]] const std::shared_ptr<TextHits> &hits() const { return m_hits; }

Q_SIGNALS:
    /// There are more hits, or the end was reached.
    void advanced();

private:
    using Batch = std::vector<qint64>;

    void take(int index);

    std::unique_ptr<QFutureWatcher<Batch>> m_watcher;
    std::shared_ptr<TextHits> m_hits = std::make_shared<TextHits>();
};

} // namespace acx
