// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/completion.h"
#include "ui/app_services.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace acx {

class CompletionPopup;
class ParameterField;
class RequestForm;

/// Offers values for the path and context parameters of a shipped operation, from live answers of the profile's API.
/// Nothing is asked before the person opens the offers of a field or types into it.
class RequestCompletion final : public QObject
{
    Q_OBJECT
public:
    RequestCompletion(const AppServices &services, RequestForm *form);

    /// After the form took the operation; none = no offers.
    void setOperation(const std::optional<Operation> &operation);
    void close();

private:
    void open(ParameterField *field);
    void ask(LiveValues::Freshness freshness);
    void take(const Result<LiveList> &result);
    void choose(const LiveValue &value);
    [[nodiscard]] CompletionPopup *popup();

    const AppServices m_services;
    RequestForm *m_form;
    std::optional<Operation> m_operation;
    QPointer<CompletionPopup> m_popup;
    QPointer<ParameterField> m_field; ///< whose offers are shown
    quint64 m_generation = 0;         ///< the answer to an older question is dropped
};

} // namespace acx
