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

/// Offers values for the path and context parameters of a shipped operation, from live answers of the profile's API,
/// and for those of an opened definition that its own lists tell; else the examples that the document gives, if there
/// are several. Nothing is asked before the person opens the offers of a field or types into it; a definition's gateway
/// is asked only for offers that are opened.
class RequestCompletion final : public QObject
{
    Q_OBJECT
public:
    RequestCompletion(const AppServices &services, RequestForm *form);

    /// After the form took the operation; none = no offers. `definition` is the id of an opened one; empty = API
    /// Connect.
    void setOperation(const std::optional<Operation> &operation, const QString &definition = {});
    void close();

private:
    void addOffers(ParameterField *field);
    void addOffersOf(const OperationCatalog &catalog);
    void open(ParameterField *field);
    void ask(LiveValues::Freshness freshness);
    void askDefinition(const QUuid &profile, const QString &parameter, LiveValues::Freshness freshness);
    void take(const Result<LiveList> &result);
    /// What the document gives as examples; false if that is not several.
    bool showExamples();
    void choose(const LiveValue &value);
    [[nodiscard]] CompletionPopup *popup();

    const AppServices m_services;
    RequestForm *m_form;
    std::optional<Operation> m_operation;
    QString m_definition;
    std::optional<OperationCatalog> m_catalog; ///< of the definition
    QStringList m_listed;                      ///< parameters that lists may tell, as "query:catalog"
    QPointer<CompletionPopup> m_popup;
    QPointer<ParameterField> m_field; ///< whose offers are shown
    quint64 m_generation = 0;         ///< the answer to an older question is dropped
};

} // namespace acx
