// Made by `npm run generate` from the type declarations of the stripe package.
import type { Schema } from "./schema";

/** What each object, event and request of the API is made of. */
export const stripeShapes: Readonly<Record<string, Schema>> = {
  "account": {"$ref":"#/$defs/Account"},
  "account_link": {"$ref":"#/$defs/AccountLink"},
  "application_fee": {"$ref":"#/$defs/ApplicationFee"},
  "balance_transaction": {"$ref":"#/$defs/BalanceTransaction"},
  "charge": {"$ref":"#/$defs/Charge"},
  "customer": {"$ref":"#/$defs/Customer"},
  "dispute": {"$ref":"#/$defs/Dispute"},
  "fee_refund": {"$ref":"#/$defs/FeeRefund"},
  "line_item": {"$ref":"#/$defs/LineItem"},
  "payment_intent": {"$ref":"#/$defs/PaymentIntent"},
  "refund": {"$ref":"#/$defs/Refund"},
  "session": {"$ref":"#/$defs/Session"},
  "charge.captured": {"$ref":"#/$defs/ChargeCapturedEvent"},
  "charge.dispute.closed": {"$ref":"#/$defs/ChargeDisputeClosedEvent"},
  "charge.dispute.created": {"$ref":"#/$defs/ChargeDisputeCreatedEvent"},
  "charge.dispute.funds_reinstated": {"$ref":"#/$defs/ChargeDisputeFundsReinstatedEvent"},
  "charge.dispute.funds_withdrawn": {"$ref":"#/$defs/ChargeDisputeFundsWithdrawnEvent"},
  "charge.dispute.updated": {"$ref":"#/$defs/ChargeDisputeUpdatedEvent"},
  "checkout.session.async_payment_failed": {"$ref":"#/$defs/CheckoutSessionAsyncPaymentFailedEvent"},
  "checkout.session.async_payment_succeeded": {"$ref":"#/$defs/CheckoutSessionAsyncPaymentSucceededEvent"},
  "checkout.session.completed": {"$ref":"#/$defs/CheckoutSessionCompletedEvent"},
  "checkout.session.expired": {"$ref":"#/$defs/CheckoutSessionExpiredEvent"},
  "payment_intent.canceled": {"$ref":"#/$defs/PaymentIntentCanceledEvent"},
  "refund.created": {"$ref":"#/$defs/RefundCreatedEvent"},
  "refund.failed": {"$ref":"#/$defs/RefundFailedEvent"},
  "refund.updated": {"$ref":"#/$defs/RefundUpdatedEvent"},
  "POST /v1/application_fees/:id/refunds": {"$ref":"#/$defs/ApplicationFeeCreateRefundParams"},
  "GET /v1/application_fees": {"$ref":"#/$defs/ApplicationFeeListParams"},
  "GET /v1/application_fees/:id": {"$ref":"#/$defs/ApplicationFeeRetrieveParams"},
  "GET /v1/application_fees/:id/refunds": {"$ref":"#/$defs/ApplicationFeeListRefundsParams"},
  "GET /v1/balance_transactions": {"$ref":"#/$defs/BalanceTransactionListParams"},
  "GET /v1/balance_transactions/:id": {"$ref":"#/$defs/BalanceTransactionRetrieveParams"},
  "GET /v1/charges": {"$ref":"#/$defs/ChargeListParams"},
  "GET /v1/charges/:id": {"$ref":"#/$defs/ChargeRetrieveParams"},
  "POST /v1/checkout/sessions": {"$ref":"#/$defs/Checkout.SessionCreateParams"},
  "GET /v1/checkout/sessions": {"$ref":"#/$defs/Checkout.SessionListParams"},
  "GET /v1/checkout/sessions/:id": {"$ref":"#/$defs/Checkout.SessionRetrieveParams"},
  "POST /v1/checkout/sessions/:id/expire": {"$ref":"#/$defs/Checkout.SessionExpireParams"},
  "GET /v1/checkout/sessions/:id/line_items": {"$ref":"#/$defs/Checkout.SessionListLineItemsParams"},
  "POST /v1/customers": {"$ref":"#/$defs/CustomerCreateParams"},
  "GET /v1/customers": {"$ref":"#/$defs/CustomerListParams"},
  "GET /v1/customers/:id": {"$ref":"#/$defs/CustomerRetrieveParams"},
  "POST /v1/customers/:id": {"$ref":"#/$defs/CustomerUpdateParams"},
  "GET /v1/disputes": {"$ref":"#/$defs/DisputeListParams"},
  "GET /v1/disputes/:id": {"$ref":"#/$defs/DisputeRetrieveParams"},
  "POST /v1/disputes/:id": {"$ref":"#/$defs/DisputeUpdateParams"},
  "POST /v1/disputes/:id/close": {"$ref":"#/$defs/DisputeCloseParams"},
  "POST /v1/payment_intents": {"$ref":"#/$defs/PaymentIntentCreateParams"},
  "GET /v1/payment_intents": {"$ref":"#/$defs/PaymentIntentListParams"},
  "GET /v1/payment_intents/:id": {"$ref":"#/$defs/PaymentIntentRetrieveParams"},
  "POST /v1/payment_intents/:id": {"$ref":"#/$defs/PaymentIntentUpdateParams"},
  "POST /v1/payment_intents/:id/cancel": {"$ref":"#/$defs/PaymentIntentCancelParams"},
  "POST /v1/payment_intents/:id/capture": {"$ref":"#/$defs/PaymentIntentCaptureParams"},
  "POST /v1/payment_intents/:id/confirm": {"$ref":"#/$defs/PaymentIntentConfirmParams"},
  "POST /v1/refunds": {"$ref":"#/$defs/RefundCreateParams"},
  "GET /v1/refunds": {"$ref":"#/$defs/RefundListParams"},
  "GET /v1/refunds/:id": {"$ref":"#/$defs/RefundRetrieveParams"},
  "POST /v1/refunds/:id": {"$ref":"#/$defs/RefundUpdateParams"},
  "POST /v1/refunds/:id/cancel": {"$ref":"#/$defs/RefundCancelParams"},
  "POST /v2/core/account_links": {"$ref":"#/$defs/V2.Core.AccountLinkCreateParams"},
  "POST /v2/core/accounts": {"$ref":"#/$defs/V2.Core.AccountCreateParams"},
  "GET /v2/core/accounts/:id": {"$ref":"#/$defs/V2.Core.AccountRetrieveParams"},
};

/** What the shapes refer to, by the names of the SDK. */
export const stripeDefinitions: Readonly<Record<string, Schema>> = {
  "Account": {
    "properties": {
      "id": {"type":"string"},
      "object": {"enum":["v2.core.account"]},
      "applied_configurations": {"type":"array","items":{"enum":["customer","merchant","recipient"]}},
      "closed": {"type":"boolean"},
      "configuration": {"$ref":"#/$defs/Account.Configuration"},
      "contact_email": {"type":"string"},
      "contact_phone": {"type":"string"},
      "created": {"type":"string"},
      "dashboard": {"enum":["express","full","none"]},
      "defaults": {"$ref":"#/$defs/Account.Defaults"},
      "display_name": {"type":"string"},
      "future_requirements": {"$ref":"#/$defs/Account.FutureRequirements"},
      "identity": {"$ref":"#/$defs/Account.Identity"},
      "livemode": {"type":"boolean"},
      "metadata": {"$ref":"#/$defs/Metadata"},
      "requirements": {"$ref":"#/$defs/Account.Requirements"},
    },
    "type":"object","required":["id","object","applied_configurations","created","livemode"],"additionalProperties":false},
  "Account.Configuration": {
    "properties": {
      "merchant": {"$ref":"#/$defs/Account.Configuration.Merchant"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant": {
    "properties": {
      "applied": {"type":"boolean"},
      "bacs_debit_payments": {"$ref":"#/$defs/Account.Configuration.Merchant.BacsDebitPayments"},
      "branding": {"$ref":"#/$defs/Account.Configuration.Merchant.Branding"},
      "capabilities": {"$ref":"#/$defs/Account.Configuration.Merchant.Capabilities"},
      "card_payments": {"$ref":"#/$defs/Account.Configuration.Merchant.CardPayments"},
      "konbini_payments": {"$ref":"#/$defs/Account.Configuration.Merchant.KonbiniPayments"},
      "mcc": {"type":"string"},
      "script_statement_descriptor": {"$ref":"#/$defs/Account.Configuration.Merchant.ScriptStatementDescriptor"},
      "sepa_debit_payments": {"$ref":"#/$defs/Account.Configuration.Merchant.SepaDebitPayments"},
      "statement_descriptor": {"$ref":"#/$defs/Account.Configuration.Merchant.StatementDescriptor"},
      "support": {"$ref":"#/$defs/Account.Configuration.Merchant.Support"},
    },
    "type":"object","required":["applied"],"additionalProperties":false},
  "Account.Configuration.Merchant.BacsDebitPayments": {
    "properties": {
      "display_name": {"type":"string"},
      "service_user_number": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.Branding": {
    "properties": {
      "icon": {"type":"string"},
      "logo": {"type":"string"},
      "primary_color": {"type":"string"},
      "secondary_color": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.Capabilities": {
    "properties": {
      "card_payments": {"$ref":"#/$defs/Account.Configuration.Merchant.Capabilities.CardPayments"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.Capabilities.CardPayments": {
    "properties": {
      "status": {"enum":["active","pending","rejected","restricted","unsupported"]},
      "status_details": {"type":"array","items":{"$ref":"#/$defs/Account.Configuration.Merchant.Capabilities.CardPayments.StatusDetail"}},
    },
    "type":"object","required":["status","status_details"],"additionalProperties":false},
  "Account.Configuration.Merchant.Capabilities.CardPayments.StatusDetail": {
    "properties": {
      "code": {"enum":["determining_status","rejected_fraud","rejected_incomplete_verification","rejected_listed","rejected_other","rejected_platform_fraud","rejected_platform_other","rejected_platform_terms_of_service","rejected_terms_of_service","requirements_past_due","requirements_pending_verification","restricted_other","unsupported_business","unsupported_country","unsupported_entity_type"]},
      "resolution": {"enum":["contact_stripe","no_resolution","provide_info"]},
    },
    "type":"object","required":["code","resolution"],"additionalProperties":false},
  "Account.Configuration.Merchant.CardPayments": {
    "properties": {
      "decline_on": {"$ref":"#/$defs/Account.Configuration.Merchant.CardPayments.DeclineOn"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.CardPayments.DeclineOn": {
    "properties": {
      "avs_failure": {"type":"boolean"},
      "cvc_failure": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.KonbiniPayments": {
    "properties": {
      "support": {"$ref":"#/$defs/Account.Configuration.Merchant.KonbiniPayments.Support"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.KonbiniPayments.Support": {
    "properties": {
      "email": {"type":"string"},
      "hours": {"$ref":"#/$defs/Account.Configuration.Merchant.KonbiniPayments.Support.Hours"},
      "phone": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.KonbiniPayments.Support.Hours": {
    "properties": {
      "end_time": {"type":"string"},
      "start_time": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.ScriptStatementDescriptor": {
    "properties": {
      "kana": {"$ref":"#/$defs/Account.Configuration.Merchant.ScriptStatementDescriptor.Kana"},
      "kanji": {"$ref":"#/$defs/Account.Configuration.Merchant.ScriptStatementDescriptor.Kanji"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.ScriptStatementDescriptor.Kana": {
    "properties": {
      "descriptor": {"type":"string"},
      "prefix": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.ScriptStatementDescriptor.Kanji": {
    "properties": {
      "descriptor": {"type":"string"},
      "prefix": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.SepaDebitPayments": {
    "properties": {
      "creditor_id": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.StatementDescriptor": {
    "properties": {
      "descriptor": {"type":"string"},
      "prefix": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.Support": {
    "properties": {
      "address": {"$ref":"#/$defs/Account.Configuration.Merchant.Support.Address"},
      "email": {"type":"string"},
      "phone": {"type":"string"},
      "url": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Configuration.Merchant.Support.Address": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Defaults": {
    "properties": {
      "currency": {"type":"string"},
      "locales": {"type":"array","items":{"enum":["ar-SA","bg","bg-BG","cs","cs-CZ","da","da-DK","de","de-DE","el","el-GR","en","en-AU","en-CA","en-GB","en-IE","en-IN","en-NZ","en-SG","en-US","es","es-419","es-ES","et","et-EE","fi","fi-FI","fil","fil-PH","fr","fr-CA","fr-FR","he-IL","hr","hr-HR","hu","hu-HU","id","id-ID","it","it-IT","ja","ja-JP","ko","ko-KR","lt","lt-LT","lv","lv-LV","ms","ms-MY","mt","mt-MT","nb","nb-NO","nl","nl-NL","pl","pl-PL","pt","pt-BR","pt-PT","ro","ro-RO","ru","ru-RU","sk","sk-SK","sl","sl-SI","sv","sv-SE","th","th-TH","tr","tr-TR","vi","vi-VN","zh","zh-HK","zh-Hans","zh-Hant-HK","zh-Hant-TW","zh-TW"]}},
      "payout_methods": {"type":"object","additionalProperties":{"type":"string"}},
      "profile": {"$ref":"#/$defs/Account.Defaults.Profile"},
      "responsibilities": {"$ref":"#/$defs/Account.Defaults.Responsibilities"},
    },
    "type":"object","required":["responsibilities"],"additionalProperties":false},
  "Account.Defaults.Profile": {
    "properties": {
      "business_url": {"type":"string"},
      "doing_business_as": {"type":"string"},
      "product_description": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Defaults.Responsibilities": {
    "properties": {
      "fees_collector": {"enum":["application","application_custom","application_express","stripe"]},
      "losses_collector": {"enum":["application","stripe"]},
      "requirements_collector": {"enum":["application","stripe"]},
    },
    "type":"object","required":["requirements_collector"],"additionalProperties":false},
  "Account.FutureRequirements": {
    "properties": {
      "alternatives": {"type":"array","items":{"$ref":"#/$defs/Account.FutureRequirements.Alternative"}},
      "entries": {"type":"array","items":{"$ref":"#/$defs/Account.FutureRequirements.Entry"}},
      "minimum_transition_date": {"type":"string"},
      "summary": {"$ref":"#/$defs/Account.FutureRequirements.Summary"},
    },
    "type":"object","additionalProperties":false},
  "Account.FutureRequirements.Alternative": {
    "properties": {
      "options": {"type":"array","items":{"$ref":"#/$defs/Account.FutureRequirements.Alternative.Option"}},
      "original_entries": {"type":"array","items":{"$ref":"#/$defs/Account.FutureRequirements.Alternative.OriginalEntry"}},
    },
    "type":"object","required":["options","original_entries"],"additionalProperties":false},
  "Account.FutureRequirements.Alternative.Option": {
    "properties": {
      "entries": {"type":"array","items":{"$ref":"#/$defs/Account.FutureRequirements.Alternative.Option.Entry"}},
    },
    "type":"object","required":["entries"],"additionalProperties":false},
  "Account.FutureRequirements.Alternative.Option.Entry": {
    "properties": {
      "awaiting_action_from": {"enum":["stripe","user"]},
      "description": {"type":"string"},
      "errors": {"type":"array","items":{"$ref":"#/$defs/Account.FutureRequirements.Alternative.Option.Entry.Error"}},
      "reference": {"$ref":"#/$defs/Account.FutureRequirements.Alternative.Option.Entry.Reference"},
    },
    "type":"object","required":["awaiting_action_from","description","errors"],"additionalProperties":false},
  "Account.FutureRequirements.Alternative.Option.Entry.Error": {
    "properties": {
      "code": {"enum":["invalid_address_city_state_postal_code","invalid_address_cmra_address","invalid_address_highway_contract_box","invalid_address_private_mailbox","invalid_address_registered_agent_address","invalid_business_profile_name","invalid_business_profile_name_denylisted","invalid_company_name_denylisted","invalid_dob_age_over_maximum","invalid_dob_age_under_18","invalid_dob_age_under_minimum","invalid_product_description_length","invalid_product_description_url_match","invalid_representative_country","invalid_statement_descriptor_business_mismatch","invalid_statement_descriptor_denylisted","invalid_statement_descriptor_length","invalid_statement_descriptor_prefix_denylisted","invalid_statement_descriptor_prefix_mismatch","invalid_street_address","invalid_tax_id","invalid_tax_id_format","invalid_tos_acceptance","invalid_url_denylisted","invalid_url_format","invalid_url_web_presence_detected","invalid_url_website_business_information_mismatch","invalid_url_website_empty","invalid_url_website_inaccessible","invalid_url_website_inaccessible_geoblocked","invalid_url_website_inaccessible_password_protected","invalid_url_website_incomplete","invalid_url_website_incomplete_cancellation_policy","invalid_url_website_incomplete_customer_service_details","invalid_url_website_incomplete_legal_restrictions","invalid_url_website_incomplete_refund_policy","invalid_url_website_incomplete_return_policy","invalid_url_website_incomplete_terms_and_conditions","invalid_url_website_incomplete_under_construction","invalid_url_website_other","invalid_value_other","unresolvable_ip_address","unresolvable_postal_code","verification_directors_mismatch","verification_document_address_mismatch","verification_document_address_missing","verification_document_corrupt","verification_document_country_not_supported","verification_document_directors_mismatch","verification_document_dob_mismatch","verification_document_duplicate_type","verification_document_expired","verification_document_failed_copy","verification_document_failed_greyscale","verification_document_failed_other","verification_document_failed_test_mode","verification_document_fraudulent","verification_document_id_number_mismatch","verification_document_id_number_missing","verification_document_incomplete","verification_document_invalid","verification_document_issue_or_expiry_date_missing","verification_document_manipulated","verification_document_missing_back","verification_document_missing_front","verification_document_name_mismatch","verification_document_name_missing","verification_document_nationality_mismatch","verification_document_not_readable","verification_document_not_signed","verification_document_not_uploaded","verification_document_photo_mismatch","verification_document_too_large","verification_document_type_not_supported","verification_extraneous_directors","verification_failed_address_match","verification_failed_business_iec_number","verification_failed_document_match","verification_failed_id_number_match","verification_failed_keyed_identity","verification_failed_keyed_match","verification_failed_name_match","verification_failed_other","verification_failed_representative_authority","verification_failed_residential_address","verification_failed_tax_id_match","verification_failed_tax_id_not_issued","verification_missing_directors","verification_missing_executives","verification_missing_owners","verification_requires_additional_memorandum_of_associations","verification_requires_additional_proof_of_registration","verification_selfie_document_missing_photo","verification_selfie_face_mismatch","verification_selfie_manipulated","verification_selfie_unverified_other","verification_supportability","verification_token_stale"]},
      "description": {"type":"string"},
    },
    "type":"object","required":["code","description"],"additionalProperties":false},
  "Account.FutureRequirements.Alternative.Option.Entry.Reference": {
    "properties": {
      "inquiry": {"type":"string"},
      "resource": {"type":"string"},
      "type": {"enum":["inquiry","payment_method","person"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Account.FutureRequirements.Alternative.OriginalEntry": {
    "properties": {
      "description": {"type":"string"},
      "reference": {"$ref":"#/$defs/Account.FutureRequirements.Alternative.OriginalEntry.Reference"},
    },
    "type":"object","required":["description"],"additionalProperties":false},
  "Account.FutureRequirements.Alternative.OriginalEntry.Reference": {
    "properties": {
      "inquiry": {"type":"string"},
      "resource": {"type":"string"},
      "type": {"enum":["inquiry","payment_method","person"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Account.FutureRequirements.Entry": {
    "properties": {
      "awaiting_action_from": {"enum":["stripe","user"]},
      "description": {"type":"string"},
      "errors": {"type":"array","items":{"$ref":"#/$defs/Account.FutureRequirements.Entry.Error"}},
      "impact": {"$ref":"#/$defs/Account.FutureRequirements.Entry.Impact"},
      "minimum_deadline": {"$ref":"#/$defs/Account.FutureRequirements.Entry.MinimumDeadline"},
      "reference": {"$ref":"#/$defs/Account.FutureRequirements.Entry.Reference"},
      "requested_reasons": {"type":"array","items":{"$ref":"#/$defs/Account.FutureRequirements.Entry.RequestedReason"}},
    },
    "type":"object","required":["awaiting_action_from","description","errors","impact","minimum_deadline","requested_reasons"],"additionalProperties":false},
  "Account.FutureRequirements.Entry.Error": {
    "properties": {
      "code": {"enum":["invalid_address_city_state_postal_code","invalid_address_cmra_address","invalid_address_highway_contract_box","invalid_address_private_mailbox","invalid_address_registered_agent_address","invalid_business_profile_name","invalid_business_profile_name_denylisted","invalid_company_name_denylisted","invalid_dob_age_over_maximum","invalid_dob_age_under_18","invalid_dob_age_under_minimum","invalid_product_description_length","invalid_product_description_url_match","invalid_representative_country","invalid_statement_descriptor_business_mismatch","invalid_statement_descriptor_denylisted","invalid_statement_descriptor_length","invalid_statement_descriptor_prefix_denylisted","invalid_statement_descriptor_prefix_mismatch","invalid_street_address","invalid_tax_id","invalid_tax_id_format","invalid_tos_acceptance","invalid_url_denylisted","invalid_url_format","invalid_url_web_presence_detected","invalid_url_website_business_information_mismatch","invalid_url_website_empty","invalid_url_website_inaccessible","invalid_url_website_inaccessible_geoblocked","invalid_url_website_inaccessible_password_protected","invalid_url_website_incomplete","invalid_url_website_incomplete_cancellation_policy","invalid_url_website_incomplete_customer_service_details","invalid_url_website_incomplete_legal_restrictions","invalid_url_website_incomplete_refund_policy","invalid_url_website_incomplete_return_policy","invalid_url_website_incomplete_terms_and_conditions","invalid_url_website_incomplete_under_construction","invalid_url_website_other","invalid_value_other","unresolvable_ip_address","unresolvable_postal_code","verification_directors_mismatch","verification_document_address_mismatch","verification_document_address_missing","verification_document_corrupt","verification_document_country_not_supported","verification_document_directors_mismatch","verification_document_dob_mismatch","verification_document_duplicate_type","verification_document_expired","verification_document_failed_copy","verification_document_failed_greyscale","verification_document_failed_other","verification_document_failed_test_mode","verification_document_fraudulent","verification_document_id_number_mismatch","verification_document_id_number_missing","verification_document_incomplete","verification_document_invalid","verification_document_issue_or_expiry_date_missing","verification_document_manipulated","verification_document_missing_back","verification_document_missing_front","verification_document_name_mismatch","verification_document_name_missing","verification_document_nationality_mismatch","verification_document_not_readable","verification_document_not_signed","verification_document_not_uploaded","verification_document_photo_mismatch","verification_document_too_large","verification_document_type_not_supported","verification_extraneous_directors","verification_failed_address_match","verification_failed_business_iec_number","verification_failed_document_match","verification_failed_id_number_match","verification_failed_keyed_identity","verification_failed_keyed_match","verification_failed_name_match","verification_failed_other","verification_failed_representative_authority","verification_failed_residential_address","verification_failed_tax_id_match","verification_failed_tax_id_not_issued","verification_missing_directors","verification_missing_executives","verification_missing_owners","verification_requires_additional_memorandum_of_associations","verification_requires_additional_proof_of_registration","verification_selfie_document_missing_photo","verification_selfie_face_mismatch","verification_selfie_manipulated","verification_selfie_unverified_other","verification_supportability","verification_token_stale"]},
      "description": {"type":"string"},
    },
    "type":"object","required":["code","description"],"additionalProperties":false},
  "Account.FutureRequirements.Entry.Impact": {
    "properties": {
      "restricts_capabilities": {"type":"array","items":{"$ref":"#/$defs/Account.FutureRequirements.Entry.Impact.RestrictsCapability"}},
    },
    "type":"object","additionalProperties":false},
  "Account.FutureRequirements.Entry.Impact.RestrictsCapability": {
    "properties": {
      "capability": {"enum":["ach_debit_payments","acss_debit_payments","affirm_payments","afterpay_clearpay_payments","alma_payments","amazon_pay_payments","au_becs_debit_payments","automatic_indirect_tax","bacs_debit_payments","bancontact_payments","bank_accounts.ach","bank_accounts.fedwire","bank_accounts.fps","bank_accounts.local","bank_accounts.rtp","bank_accounts.sepa","bank_accounts.swift","bank_accounts.wire","blik_payments","blik_recurring_payments","boleto_payments","card_payments","cards","cartes_bancaires_payments","cashapp_payments","eps_payments","fpx_payments","gb_bank_transfer_payments","grabpay_payments","ideal_payments","jcb_payments","jp_bank_transfer_payments","kakao_pay_payments","klarna_payments","konbini_payments","kr_card_payments","link_payments","mobilepay_payments","multibanco_payments","mx_bank_transfer_payments","naver_pay_payments","oxxo_payments","p24_payments","pay_by_bank_payments","payco_payments","paynow_payments","promptpay_payments","revolut_pay_payments","samsung_pay_payments","satispay_payments","sepa_bank_transfer_payments","sepa_debit_payments","stripe_balance.payouts","stripe_balance.stripe_transfers","swish_payments","twint_payments","us_bank_transfer_payments","zip_payments"]},
      "configuration": {"enum":["customer","merchant","recipient"]},
      "deadline": {"$ref":"#/$defs/Account.FutureRequirements.Entry.Impact.RestrictsCapability.Deadline"},
    },
    "type":"object","required":["capability","configuration","deadline"],"additionalProperties":false},
  "Account.FutureRequirements.Entry.Impact.RestrictsCapability.Deadline": {
    "properties": {
      "status": {"enum":["currently_due","eventually_due","past_due"]},
    },
    "type":"object","required":["status"],"additionalProperties":false},
  "Account.FutureRequirements.Entry.MinimumDeadline": {
    "properties": {
      "status": {"enum":["currently_due","eventually_due","past_due"]},
    },
    "type":"object","required":["status"],"additionalProperties":false},
  "Account.FutureRequirements.Entry.Reference": {
    "properties": {
      "inquiry": {"type":"string"},
      "resource": {"type":"string"},
      "type": {"enum":["inquiry","payment_method","person"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Account.FutureRequirements.Entry.RequestedReason": {
    "properties": {
      "code": {"enum":["routine_onboarding","routine_verification"]},
    },
    "type":"object","required":["code"],"additionalProperties":false},
  "Account.FutureRequirements.Summary": {
    "properties": {
      "minimum_deadline": {"$ref":"#/$defs/Account.FutureRequirements.Summary.MinimumDeadline"},
    },
    "type":"object","additionalProperties":false},
  "Account.FutureRequirements.Summary.MinimumDeadline": {
    "properties": {
      "status": {"enum":["currently_due","eventually_due","past_due"]},
      "time": {"type":"string"},
    },
    "type":"object","required":["status"],"additionalProperties":false},
  "Account.Identity": {
    "properties": {
      "attestations": {"$ref":"#/$defs/Account.Identity.Attestations"},
      "business_details": {"$ref":"#/$defs/Account.Identity.BusinessDetails"},
      "country": {"type":"string"},
      "entity_type": {"enum":["company","government_entity","individual","non_profit"]},
      "individual": {"$ref":"#/$defs/Account.Identity.Individual"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Attestations": {
    "properties": {
      "directorship_declaration": {"$ref":"#/$defs/Account.Identity.Attestations.DirectorshipDeclaration"},
      "ownership_declaration": {"$ref":"#/$defs/Account.Identity.Attestations.OwnershipDeclaration"},
      "persons_provided": {"$ref":"#/$defs/Account.Identity.Attestations.PersonsProvided"},
      "representative_declaration": {"$ref":"#/$defs/Account.Identity.Attestations.RepresentativeDeclaration"},
      "terms_of_service": {"$ref":"#/$defs/Account.Identity.Attestations.TermsOfService"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Attestations.DirectorshipDeclaration": {
    "properties": {
      "date": {"type":"string"},
      "ip": {"type":"string"},
      "user_agent": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Attestations.OwnershipDeclaration": {
    "properties": {
      "date": {"type":"string"},
      "ip": {"type":"string"},
      "user_agent": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Attestations.PersonsProvided": {
    "properties": {
      "directors": {"type":"boolean"},
      "executives": {"type":"boolean"},
      "owners": {"type":"boolean"},
      "ownership_exemption_reason": {"enum":["qualified_entity_exceeds_ownership_threshold","qualifies_as_financial_institution"]},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Attestations.RepresentativeDeclaration": {
    "properties": {
      "date": {"type":"string"},
      "ip": {"type":"string"},
      "user_agent": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Attestations.TermsOfService": {
    "properties": {
      "account": {"$ref":"#/$defs/Account.Identity.Attestations.TermsOfService.Account"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Attestations.TermsOfService.Account": {
    "properties": {
      "date": {"type":"string"},
      "ip": {"type":"string"},
      "user_agent": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.BusinessDetails": {
    "properties": {
      "additional_addresses": {"type":"array","items":{"$ref":"#/$defs/Account.Identity.BusinessDetails.AdditionalAddress"}},
      "address": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Address"},
      "annual_revenue": {"$ref":"#/$defs/Account.Identity.BusinessDetails.AnnualRevenue"},
      "documents": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents"},
      "estimated_worker_count": {"type":"number"},
      "id_numbers": {"type":"array","items":{"$ref":"#/$defs/Account.Identity.BusinessDetails.IdNumber"}},
      "monthly_estimated_revenue": {"$ref":"#/$defs/Account.Identity.BusinessDetails.MonthlyEstimatedRevenue"},
      "phone": {"type":"string"},
      "registered_name": {"type":"string"},
      "registration_date": {"$ref":"#/$defs/Account.Identity.BusinessDetails.RegistrationDate"},
      "script_addresses": {"$ref":"#/$defs/Account.Identity.BusinessDetails.ScriptAddresses"},
      "script_names": {"$ref":"#/$defs/Account.Identity.BusinessDetails.ScriptNames"},
      "structure": {"enum":["cooperative","free_zone_establishment","free_zone_llc","government_instrumentality","governmental_unit","incorporated_association","incorporated_non_profit","incorporated_partnership","limited_liability_partnership","llc","multi_member_llc","private_company","private_corporation","private_partnership","public_company","public_corporation","public_listed_corporation","public_partnership","registered_charity","single_member_llc","sole_establishment","sole_proprietorship","tax_exempt_government_instrumentality","trust","unincorporated_association","unincorporated_non_profit","unincorporated_partnership"]},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.BusinessDetails.AdditionalAddress": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "purpose": {"enum":["administrative","principal_place_of_business"]},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","required":["purpose"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Address": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.BusinessDetails.AnnualRevenue": {
    "properties": {
      "amount": {"$ref":"#/$defs/V2Amount"},
      "fiscal_year_end": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents": {
    "properties": {
      "bank_account_ownership_verification": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.BankAccountOwnershipVerification"},
      "company_license": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.CompanyLicense"},
      "company_memorandum_of_association": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.CompanyMemorandumOfAssociation"},
      "company_ministerial_decree": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.CompanyMinisterialDecree"},
      "company_registration_verification": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.CompanyRegistrationVerification"},
      "company_tax_id_verification": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.CompanyTaxIdVerification"},
      "primary_verification": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.PrimaryVerification"},
      "proof_of_address": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.ProofOfAddress"},
      "proof_of_registration": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.ProofOfRegistration"},
      "proof_of_ultimate_beneficial_ownership": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.ProofOfUltimateBeneficialOwnership"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.BankAccountOwnershipVerification": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.CompanyLicense": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.CompanyMemorandumOfAssociation": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.CompanyMinisterialDecree": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.CompanyRegistrationVerification": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.CompanyTaxIdVerification": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.PrimaryVerification": {
    "properties": {
      "front_back": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.PrimaryVerification.FrontBack"},
      "type": {"enum":["front_back"]},
    },
    "type":"object","required":["front_back","type"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.PrimaryVerification.FrontBack": {
    "properties": {
      "back": {"type":"string"},
      "front": {"type":"string"},
    },
    "type":"object","required":["front"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.ProofOfAddress": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.ProofOfRegistration": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "signer": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.ProofOfRegistration.Signer"},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.ProofOfRegistration.Signer": {
    "properties": {
      "person": {"type":"string"},
    },
    "type":"object","required":["person"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.ProofOfUltimateBeneficialOwnership": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "signer": {"$ref":"#/$defs/Account.Identity.BusinessDetails.Documents.ProofOfUltimateBeneficialOwnership.Signer"},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.Documents.ProofOfUltimateBeneficialOwnership.Signer": {
    "properties": {
      "person": {"type":"string"},
    },
    "type":"object","required":["person"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.IdNumber": {
    "properties": {
      "registrar": {"type":"string"},
      "type": {"enum":["ae_crn","ae_vat","ao_nif","ar_cuit","at_fn","at_stn","at_vat","au_abn","au_acn","au_in","az_tin","bd_etin","be_cbe","be_vat","bg_uic","bg_vat","br_cnpj","ca_cn","ca_crarr","ca_gst_hst","ca_neq","ca_rid","ch_chid","ch_uid","cr_cpj","cr_nite","cy_he","cy_tic","cy_vat","cz_ico","cz_vat","de_hrn","de_stn","de_vat","dk_cvr","dk_vat","do_rcn","ee_rk","ee_vat","es_cif","es_vat","fi_vat","fi_yt","fr_rna","fr_siren","fr_vat","gb_crn","gb_vat","gi_crn","gr_afm","gr_gemi","gr_vat","gt_nit","hk_br","hk_cr","hr_mbs","hr_oib","hr_vat","hu_cjs","hu_tin","hu_vat","ie_crn","ie_trn","ie_vat","it_rea","it_vat","jp_cn","kz_bin","li_uid","lt_ccrn","lt_vat","lu_nif","lu_rcs","lu_vat","lv_urn","lv_vat","mt_crn","mt_tin","mt_vat","mx_rfc","my_brn","my_coid","my_itn","my_sst","mz_nuit","nl_kvk","nl_rsin","nl_vat","no_orgnr","nz_bn","nz_ird","pe_ruc","pk_ntn","pl_nip","pl_regon","pl_vat","pt_vat","ro_cui","ro_orc","ro_vat","sa_crn","sa_tin","se_orgnr","se_vat","sg_uen","si_msp","si_tin","si_vat","sk_dic","sk_ico","sk_vat","th_crn","th_prn","th_tin","us_ein"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.MonthlyEstimatedRevenue": {
    "properties": {
      "amount": {"$ref":"#/$defs/V2Amount"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.BusinessDetails.RegistrationDate": {
    "properties": {
      "day": {"type":"number"},
      "month": {"type":"number"},
      "year": {"type":"number"},
    },
    "type":"object","required":["day","month","year"],"additionalProperties":false},
  "Account.Identity.BusinessDetails.ScriptAddresses": {
    "properties": {
      "kana": {"$ref":"#/$defs/Account.Identity.BusinessDetails.ScriptAddresses.Kana"},
      "kanji": {"$ref":"#/$defs/Account.Identity.BusinessDetails.ScriptAddresses.Kanji"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.BusinessDetails.ScriptAddresses.Kana": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.BusinessDetails.ScriptAddresses.Kanji": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.BusinessDetails.ScriptNames": {
    "properties": {
      "kana": {"$ref":"#/$defs/Account.Identity.BusinessDetails.ScriptNames.Kana"},
      "kanji": {"$ref":"#/$defs/Account.Identity.BusinessDetails.ScriptNames.Kanji"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.BusinessDetails.ScriptNames.Kana": {
    "properties": {
      "registered_name": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.BusinessDetails.ScriptNames.Kanji": {
    "properties": {
      "registered_name": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Individual": {
    "properties": {
      "account": {"type":"string"},
      "additional_addresses": {"type":"array","items":{"$ref":"#/$defs/Account.Identity.Individual.AdditionalAddress"}},
      "additional_names": {"type":"array","items":{"$ref":"#/$defs/Account.Identity.Individual.AdditionalName"}},
      "additional_terms_of_service": {"$ref":"#/$defs/Account.Identity.Individual.AdditionalTermsOfService"},
      "address": {"$ref":"#/$defs/Account.Identity.Individual.Address"},
      "created": {"type":"string"},
      "date_of_birth": {"$ref":"#/$defs/Account.Identity.Individual.DateOfBirth"},
      "documents": {"$ref":"#/$defs/Account.Identity.Individual.Documents"},
      "email": {"type":"string"},
      "given_name": {"type":"string"},
      "id": {"type":"string"},
      "id_numbers": {"type":"array","items":{"$ref":"#/$defs/Account.Identity.Individual.IdNumber"}},
      "legal_gender": {"enum":["female","male"]},
      "metadata": {"$ref":"#/$defs/Metadata"},
      "nationalities": {"type":"array","items":{"type":"string"}},
      "object": {"type":"string"},
      "phone": {"type":"string"},
      "political_exposure": {"enum":["existing","none"]},
      "relationship": {"$ref":"#/$defs/Account.Identity.Individual.Relationship"},
      "script_addresses": {"$ref":"#/$defs/Account.Identity.Individual.ScriptAddresses"},
      "script_names": {"$ref":"#/$defs/Account.Identity.Individual.ScriptNames"},
      "surname": {"type":"string"},
      "updated": {"type":"string"},
    },
    "type":"object","required":["account","created","id","object","updated"],"additionalProperties":false},
  "Account.Identity.Individual.AdditionalAddress": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "purpose": {"enum":["registered"]},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","required":["purpose"],"additionalProperties":false},
  "Account.Identity.Individual.AdditionalName": {
    "properties": {
      "full_name": {"type":"string"},
      "given_name": {"type":"string"},
      "purpose": {"enum":["alias","maiden"]},
      "surname": {"type":"string"},
    },
    "type":"object","required":["purpose"],"additionalProperties":false},
  "Account.Identity.Individual.AdditionalTermsOfService": {
    "properties": {
      "account": {"$ref":"#/$defs/Account.Identity.Individual.AdditionalTermsOfService.Account"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Individual.AdditionalTermsOfService.Account": {
    "properties": {
      "date": {"type":"string"},
      "ip": {"type":"string"},
      "user_agent": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Individual.Address": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Individual.DateOfBirth": {
    "properties": {
      "day": {"type":"number"},
      "month": {"type":"number"},
      "year": {"type":"number"},
    },
    "type":"object","required":["day","month","year"],"additionalProperties":false},
  "Account.Identity.Individual.Documents": {
    "properties": {
      "company_authorization": {"$ref":"#/$defs/Account.Identity.Individual.Documents.CompanyAuthorization"},
      "passport": {"$ref":"#/$defs/Account.Identity.Individual.Documents.Passport"},
      "primary_verification": {"$ref":"#/$defs/Account.Identity.Individual.Documents.PrimaryVerification"},
      "secondary_verification": {"$ref":"#/$defs/Account.Identity.Individual.Documents.SecondaryVerification"},
      "visa": {"$ref":"#/$defs/Account.Identity.Individual.Documents.Visa"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Individual.Documents.CompanyAuthorization": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "Account.Identity.Individual.Documents.Passport": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "Account.Identity.Individual.Documents.PrimaryVerification": {
    "properties": {
      "front_back": {"$ref":"#/$defs/Account.Identity.Individual.Documents.PrimaryVerification.FrontBack"},
      "type": {"enum":["front_back"]},
    },
    "type":"object","required":["front_back","type"],"additionalProperties":false},
  "Account.Identity.Individual.Documents.PrimaryVerification.FrontBack": {
    "properties": {
      "back": {"type":"string"},
      "front": {"type":"string"},
    },
    "type":"object","required":["front"],"additionalProperties":false},
  "Account.Identity.Individual.Documents.SecondaryVerification": {
    "properties": {
      "front_back": {"$ref":"#/$defs/Account.Identity.Individual.Documents.SecondaryVerification.FrontBack"},
      "type": {"enum":["front_back"]},
    },
    "type":"object","required":["front_back","type"],"additionalProperties":false},
  "Account.Identity.Individual.Documents.SecondaryVerification.FrontBack": {
    "properties": {
      "back": {"type":"string"},
      "front": {"type":"string"},
    },
    "type":"object","required":["front"],"additionalProperties":false},
  "Account.Identity.Individual.Documents.Visa": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "Account.Identity.Individual.IdNumber": {
    "properties": {
      "type": {"enum":["ae_eid","ao_nif","ar_cuil","ar_dni","at_stn","az_tin","bd_brc","bd_etin","bd_nid","be_nrn","bg_ucn","bn_nric","br_cpf","ca_sin","ch_oasi","cl_rut","cn_pp","co_nuip","cr_ci","cr_cpf","cr_dimex","cr_nite","cy_tic","cz_rc","de_stn","dk_cpr","do_cie","do_rcn","ec_ci","ee_ik","es_nif","fi_hetu","fr_nir","gb_nino","gr_afm","gt_nit","hk_id","hr_oib","hu_ad","id_nik","ie_ppsn","is_kt","it_cf","jp_inc","ke_pin","kz_iin","li_peid","lt_ak","lu_nif","lv_pk","mx_rfc","my_nric","mz_nuit","ng_nin","nl_bsn","no_nin","nz_ird","pe_dni","pk_cnic","pk_snic","pl_pesel","pt_nif","ro_cnp","sa_tin","se_pin","sg_fin","sg_nric","sk_dic","th_lc","th_pin","tr_tin","us_itin","us_itin_last_4","us_ssn","us_ssn_last_4","uy_dni","za_id"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Account.Identity.Individual.Relationship": {
    "properties": {
      "authorizer": {"type":"boolean"},
      "director": {"type":"boolean"},
      "executive": {"type":"boolean"},
      "legal_guardian": {"type":"boolean"},
      "owner": {"type":"boolean"},
      "percent_ownership": {"type":"string","pattern":"^-?\\d+(\\.\\d+)?$"},
      "representative": {"type":"boolean"},
      "title": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Individual.ScriptAddresses": {
    "properties": {
      "kana": {"$ref":"#/$defs/Account.Identity.Individual.ScriptAddresses.Kana"},
      "kanji": {"$ref":"#/$defs/Account.Identity.Individual.ScriptAddresses.Kanji"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Individual.ScriptAddresses.Kana": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Individual.ScriptAddresses.Kanji": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Individual.ScriptNames": {
    "properties": {
      "kana": {"$ref":"#/$defs/Account.Identity.Individual.ScriptNames.Kana"},
      "kanji": {"$ref":"#/$defs/Account.Identity.Individual.ScriptNames.Kanji"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Individual.ScriptNames.Kana": {
    "properties": {
      "given_name": {"type":"string"},
      "surname": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Identity.Individual.ScriptNames.Kanji": {
    "properties": {
      "given_name": {"type":"string"},
      "surname": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Account.Requirements": {
    "properties": {
      "alternatives": {"type":"array","items":{"$ref":"#/$defs/Account.Requirements.Alternative"}},
      "entries": {"type":"array","items":{"$ref":"#/$defs/Account.Requirements.Entry"}},
      "summary": {"$ref":"#/$defs/Account.Requirements.Summary"},
    },
    "type":"object","additionalProperties":false},
  "Account.Requirements.Alternative": {
    "properties": {
      "options": {"type":"array","items":{"$ref":"#/$defs/Account.Requirements.Alternative.Option"}},
      "original_entries": {"type":"array","items":{"$ref":"#/$defs/Account.Requirements.Alternative.OriginalEntry"}},
    },
    "type":"object","required":["options","original_entries"],"additionalProperties":false},
  "Account.Requirements.Alternative.Option": {
    "properties": {
      "entries": {"type":"array","items":{"$ref":"#/$defs/Account.Requirements.Alternative.Option.Entry"}},
    },
    "type":"object","required":["entries"],"additionalProperties":false},
  "Account.Requirements.Alternative.Option.Entry": {
    "properties": {
      "awaiting_action_from": {"enum":["stripe","user"]},
      "description": {"type":"string"},
      "errors": {"type":"array","items":{"$ref":"#/$defs/Account.Requirements.Alternative.Option.Entry.Error"}},
      "reference": {"$ref":"#/$defs/Account.Requirements.Alternative.Option.Entry.Reference"},
    },
    "type":"object","required":["awaiting_action_from","description","errors"],"additionalProperties":false},
  "Account.Requirements.Alternative.Option.Entry.Error": {
    "properties": {
      "code": {"enum":["invalid_address_city_state_postal_code","invalid_address_cmra_address","invalid_address_highway_contract_box","invalid_address_private_mailbox","invalid_address_registered_agent_address","invalid_business_profile_name","invalid_business_profile_name_denylisted","invalid_company_name_denylisted","invalid_dob_age_over_maximum","invalid_dob_age_under_18","invalid_dob_age_under_minimum","invalid_product_description_length","invalid_product_description_url_match","invalid_representative_country","invalid_statement_descriptor_business_mismatch","invalid_statement_descriptor_denylisted","invalid_statement_descriptor_length","invalid_statement_descriptor_prefix_denylisted","invalid_statement_descriptor_prefix_mismatch","invalid_street_address","invalid_tax_id","invalid_tax_id_format","invalid_tos_acceptance","invalid_url_denylisted","invalid_url_format","invalid_url_web_presence_detected","invalid_url_website_business_information_mismatch","invalid_url_website_empty","invalid_url_website_inaccessible","invalid_url_website_inaccessible_geoblocked","invalid_url_website_inaccessible_password_protected","invalid_url_website_incomplete","invalid_url_website_incomplete_cancellation_policy","invalid_url_website_incomplete_customer_service_details","invalid_url_website_incomplete_legal_restrictions","invalid_url_website_incomplete_refund_policy","invalid_url_website_incomplete_return_policy","invalid_url_website_incomplete_terms_and_conditions","invalid_url_website_incomplete_under_construction","invalid_url_website_other","invalid_value_other","unresolvable_ip_address","unresolvable_postal_code","verification_directors_mismatch","verification_document_address_mismatch","verification_document_address_missing","verification_document_corrupt","verification_document_country_not_supported","verification_document_directors_mismatch","verification_document_dob_mismatch","verification_document_duplicate_type","verification_document_expired","verification_document_failed_copy","verification_document_failed_greyscale","verification_document_failed_other","verification_document_failed_test_mode","verification_document_fraudulent","verification_document_id_number_mismatch","verification_document_id_number_missing","verification_document_incomplete","verification_document_invalid","verification_document_issue_or_expiry_date_missing","verification_document_manipulated","verification_document_missing_back","verification_document_missing_front","verification_document_name_mismatch","verification_document_name_missing","verification_document_nationality_mismatch","verification_document_not_readable","verification_document_not_signed","verification_document_not_uploaded","verification_document_photo_mismatch","verification_document_too_large","verification_document_type_not_supported","verification_extraneous_directors","verification_failed_address_match","verification_failed_business_iec_number","verification_failed_document_match","verification_failed_id_number_match","verification_failed_keyed_identity","verification_failed_keyed_match","verification_failed_name_match","verification_failed_other","verification_failed_representative_authority","verification_failed_residential_address","verification_failed_tax_id_match","verification_failed_tax_id_not_issued","verification_missing_directors","verification_missing_executives","verification_missing_owners","verification_requires_additional_memorandum_of_associations","verification_requires_additional_proof_of_registration","verification_selfie_document_missing_photo","verification_selfie_face_mismatch","verification_selfie_manipulated","verification_selfie_unverified_other","verification_supportability","verification_token_stale"]},
      "description": {"type":"string"},
    },
    "type":"object","required":["code","description"],"additionalProperties":false},
  "Account.Requirements.Alternative.Option.Entry.Reference": {
    "properties": {
      "inquiry": {"type":"string"},
      "resource": {"type":"string"},
      "type": {"enum":["inquiry","payment_method","person"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Account.Requirements.Alternative.OriginalEntry": {
    "properties": {
      "description": {"type":"string"},
      "reference": {"$ref":"#/$defs/Account.Requirements.Alternative.OriginalEntry.Reference"},
    },
    "type":"object","required":["description"],"additionalProperties":false},
  "Account.Requirements.Alternative.OriginalEntry.Reference": {
    "properties": {
      "inquiry": {"type":"string"},
      "resource": {"type":"string"},
      "type": {"enum":["inquiry","payment_method","person"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Account.Requirements.Entry": {
    "properties": {
      "awaiting_action_from": {"enum":["stripe","user"]},
      "description": {"type":"string"},
      "errors": {"type":"array","items":{"$ref":"#/$defs/Account.Requirements.Entry.Error"}},
      "impact": {"$ref":"#/$defs/Account.Requirements.Entry.Impact"},
      "minimum_deadline": {"$ref":"#/$defs/Account.Requirements.Entry.MinimumDeadline"},
      "reference": {"$ref":"#/$defs/Account.Requirements.Entry.Reference"},
      "requested_reasons": {"type":"array","items":{"$ref":"#/$defs/Account.Requirements.Entry.RequestedReason"}},
    },
    "type":"object","required":["awaiting_action_from","description","errors","impact","minimum_deadline","requested_reasons"],"additionalProperties":false},
  "Account.Requirements.Entry.Error": {
    "properties": {
      "code": {"enum":["invalid_address_city_state_postal_code","invalid_address_cmra_address","invalid_address_highway_contract_box","invalid_address_private_mailbox","invalid_address_registered_agent_address","invalid_business_profile_name","invalid_business_profile_name_denylisted","invalid_company_name_denylisted","invalid_dob_age_over_maximum","invalid_dob_age_under_18","invalid_dob_age_under_minimum","invalid_product_description_length","invalid_product_description_url_match","invalid_representative_country","invalid_statement_descriptor_business_mismatch","invalid_statement_descriptor_denylisted","invalid_statement_descriptor_length","invalid_statement_descriptor_prefix_denylisted","invalid_statement_descriptor_prefix_mismatch","invalid_street_address","invalid_tax_id","invalid_tax_id_format","invalid_tos_acceptance","invalid_url_denylisted","invalid_url_format","invalid_url_web_presence_detected","invalid_url_website_business_information_mismatch","invalid_url_website_empty","invalid_url_website_inaccessible","invalid_url_website_inaccessible_geoblocked","invalid_url_website_inaccessible_password_protected","invalid_url_website_incomplete","invalid_url_website_incomplete_cancellation_policy","invalid_url_website_incomplete_customer_service_details","invalid_url_website_incomplete_legal_restrictions","invalid_url_website_incomplete_refund_policy","invalid_url_website_incomplete_return_policy","invalid_url_website_incomplete_terms_and_conditions","invalid_url_website_incomplete_under_construction","invalid_url_website_other","invalid_value_other","unresolvable_ip_address","unresolvable_postal_code","verification_directors_mismatch","verification_document_address_mismatch","verification_document_address_missing","verification_document_corrupt","verification_document_country_not_supported","verification_document_directors_mismatch","verification_document_dob_mismatch","verification_document_duplicate_type","verification_document_expired","verification_document_failed_copy","verification_document_failed_greyscale","verification_document_failed_other","verification_document_failed_test_mode","verification_document_fraudulent","verification_document_id_number_mismatch","verification_document_id_number_missing","verification_document_incomplete","verification_document_invalid","verification_document_issue_or_expiry_date_missing","verification_document_manipulated","verification_document_missing_back","verification_document_missing_front","verification_document_name_mismatch","verification_document_name_missing","verification_document_nationality_mismatch","verification_document_not_readable","verification_document_not_signed","verification_document_not_uploaded","verification_document_photo_mismatch","verification_document_too_large","verification_document_type_not_supported","verification_extraneous_directors","verification_failed_address_match","verification_failed_business_iec_number","verification_failed_document_match","verification_failed_id_number_match","verification_failed_keyed_identity","verification_failed_keyed_match","verification_failed_name_match","verification_failed_other","verification_failed_representative_authority","verification_failed_residential_address","verification_failed_tax_id_match","verification_failed_tax_id_not_issued","verification_missing_directors","verification_missing_executives","verification_missing_owners","verification_requires_additional_memorandum_of_associations","verification_requires_additional_proof_of_registration","verification_selfie_document_missing_photo","verification_selfie_face_mismatch","verification_selfie_manipulated","verification_selfie_unverified_other","verification_supportability","verification_token_stale"]},
      "description": {"type":"string"},
    },
    "type":"object","required":["code","description"],"additionalProperties":false},
  "Account.Requirements.Entry.Impact": {
    "properties": {
      "restricts_capabilities": {"type":"array","items":{"$ref":"#/$defs/Account.Requirements.Entry.Impact.RestrictsCapability"}},
    },
    "type":"object","additionalProperties":false},
  "Account.Requirements.Entry.Impact.RestrictsCapability": {
    "properties": {
      "capability": {"enum":["ach_debit_payments","acss_debit_payments","affirm_payments","afterpay_clearpay_payments","alma_payments","amazon_pay_payments","au_becs_debit_payments","automatic_indirect_tax","bacs_debit_payments","bancontact_payments","bank_accounts.ach","bank_accounts.fedwire","bank_accounts.fps","bank_accounts.local","bank_accounts.rtp","bank_accounts.sepa","bank_accounts.swift","bank_accounts.wire","blik_payments","blik_recurring_payments","boleto_payments","card_payments","cards","cartes_bancaires_payments","cashapp_payments","eps_payments","fpx_payments","gb_bank_transfer_payments","grabpay_payments","ideal_payments","jcb_payments","jp_bank_transfer_payments","kakao_pay_payments","klarna_payments","konbini_payments","kr_card_payments","link_payments","mobilepay_payments","multibanco_payments","mx_bank_transfer_payments","naver_pay_payments","oxxo_payments","p24_payments","pay_by_bank_payments","payco_payments","paynow_payments","promptpay_payments","revolut_pay_payments","samsung_pay_payments","satispay_payments","sepa_bank_transfer_payments","sepa_debit_payments","stripe_balance.payouts","stripe_balance.stripe_transfers","swish_payments","twint_payments","us_bank_transfer_payments","zip_payments"]},
      "configuration": {"enum":["customer","merchant","recipient"]},
      "deadline": {"$ref":"#/$defs/Account.Requirements.Entry.Impact.RestrictsCapability.Deadline"},
    },
    "type":"object","required":["capability","configuration","deadline"],"additionalProperties":false},
  "Account.Requirements.Entry.Impact.RestrictsCapability.Deadline": {
    "properties": {
      "status": {"enum":["currently_due","eventually_due","past_due"]},
    },
    "type":"object","required":["status"],"additionalProperties":false},
  "Account.Requirements.Entry.MinimumDeadline": {
    "properties": {
      "status": {"enum":["currently_due","eventually_due","past_due"]},
    },
    "type":"object","required":["status"],"additionalProperties":false},
  "Account.Requirements.Entry.Reference": {
    "properties": {
      "inquiry": {"type":"string"},
      "resource": {"type":"string"},
      "type": {"enum":["inquiry","payment_method","person"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Account.Requirements.Entry.RequestedReason": {
    "properties": {
      "code": {"enum":["routine_onboarding","routine_verification"]},
    },
    "type":"object","required":["code"],"additionalProperties":false},
  "Account.Requirements.Summary": {
    "properties": {
      "minimum_deadline": {"$ref":"#/$defs/Account.Requirements.Summary.MinimumDeadline"},
    },
    "type":"object","additionalProperties":false},
  "Account.Requirements.Summary.MinimumDeadline": {
    "properties": {
      "status": {"enum":["currently_due","eventually_due","past_due"]},
      "time": {"type":"string"},
    },
    "type":"object","required":["status"],"additionalProperties":false},
  "AccountLink": {
    "properties": {
      "object": {"enum":["v2.core.account_link"]},
      "account": {"type":"string"},
      "created": {"type":"string"},
      "expires_at": {"type":"string"},
      "livemode": {"type":"boolean"},
      "url": {"type":"string"},
      "use_case": {"$ref":"#/$defs/AccountLink.UseCase"},
    },
    "type":"object","required":["object","account","created","expires_at","livemode","url","use_case"],"additionalProperties":false},
  "AccountLink.UseCase": {
    "properties": {
      "account_onboarding": {"$ref":"#/$defs/AccountLink.UseCase.AccountOnboarding"},
      "account_update": {"$ref":"#/$defs/AccountLink.UseCase.AccountUpdate"},
      "type": {"enum":["account_onboarding","account_update"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "AccountLink.UseCase.AccountOnboarding": {
    "properties": {
      "collection_options": {"$ref":"#/$defs/AccountLink.UseCase.AccountOnboarding.CollectionOptions"},
      "refresh_url": {"type":"string"},
      "return_url": {"type":"string"},
    },
    "type":"object","required":["refresh_url"],"additionalProperties":false},
  "AccountLink.UseCase.AccountOnboarding.CollectionOptions": {
    "properties": {
      "fields": {"enum":["currently_due","eventually_due"]},
      "future_requirements": {"enum":["include","omit"]},
    },
    "type":"object","additionalProperties":false},
  "AccountLink.UseCase.AccountUpdate": {
    "properties": {
      "collection_options": {"$ref":"#/$defs/AccountLink.UseCase.AccountUpdate.CollectionOptions"},
      "refresh_url": {"type":"string"},
      "return_url": {"type":"string"},
    },
    "type":"object","required":["refresh_url"],"additionalProperties":false},
  "AccountLink.UseCase.AccountUpdate.CollectionOptions": {
    "properties": {
      "fields": {"enum":["currently_due","eventually_due"]},
      "future_requirements": {"enum":["include","omit"]},
    },
    "type":"object","additionalProperties":false},
  "Address": {
    "properties": {
      "city": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "country": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "line1": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "line2": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "postal_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "state": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["city","country","line1","line2","postal_code","state"],"additionalProperties":false},
  "AddressParam": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "ApplicationFee": {
    "properties": {
      "id": {"type":"string"},
      "object": {"enum":["application_fee"]},
      "account": {"type":"string"},
      "amount": {"type":"number"},
      "amount_refunded": {"type":"number"},
      "application": {"type":"string"},
      "balance_transaction": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/BalanceTransaction"}]},
      "charge": {"anyOf":[{"type":"string"},{"$ref":"#/$defs/Charge"}]},
      "created": {"type":"number"},
      "currency": {"type":"string"},
      "fee_source": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/ApplicationFee.FeeSource"}]},
      "livemode": {"type":"boolean"},
      "originating_transaction": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/Charge"}]},
      "refunded": {"type":"boolean"},
      "refunds": {"type":"object","properties":{"object":{"enum":["list"]},"data":{"type":"array","items":{"$ref":"#/$defs/FeeRefund"}},"has_more":{"type":"boolean"},"url":{"type":"string"}},"required":["object","data","has_more","url"],"additionalProperties":false},
    },
    "type":"object","required":["id","object","account","amount","amount_refunded","application","balance_transaction","charge","created","currency","fee_source","livemode","originating_transaction","refunded","refunds"],"additionalProperties":false},
  "ApplicationFee.FeeSource": {
    "properties": {
      "charge": {"type":"string"},
      "payout": {"type":"string"},
      "type": {"enum":["charge","payout"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "ApplicationFeeCreateRefundParams": {
    "properties": {
      "amount": {"type":"number"},
      "expand": {"type":"array","items":{"type":"string"}},
      "metadata": {"$ref":"#/$defs/MetadataParam"},
    },
    "type":"object","additionalProperties":false},
  "ApplicationFeeListParams": {
    "properties": {
      "charge": {"type":"string"},
      "created": {"anyOf":[{"type":"number"},{"$ref":"#/$defs/RangeQueryParam"}]},
      "expand": {"type":"array","items":{"type":"string"}},
      "ending_before": {"type":"string"},
      "limit": {"type":"number"},
      "starting_after": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "ApplicationFeeListRefundsParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
      "ending_before": {"type":"string"},
      "limit": {"type":"number"},
      "starting_after": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "ApplicationFeeRetrieveParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "BalanceTransaction": {
    "properties": {
      "id": {"type":"string"},
      "object": {"enum":["balance_transaction"]},
      "amount": {"type":"number"},
      "available_on": {"type":"number"},
      "balance_type": {"enum":["issuing","payments","refund_and_dispute_prefunding","risk_reserved"]},
      "created": {"type":"number"},
      "currency": {"type":"string"},
      "description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "exchange_rate": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "fee": {"type":"number"},
      "fee_details": {"type":"array","items":{"$ref":"#/$defs/BalanceTransaction.FeeDetail"}},
      "net": {"type":"number"},
      "reporting_category": {"type":"string"},
      "source": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/ApplicationFee"},{"$ref":"#/$defs/Charge"},{"$ref":"#/$defs/Dispute"},{"$ref":"#/$defs/FeeRefund"},{"$ref":"#/$defs/Refund"}]},
      "status": {"type":"string"},
      "type": {"enum":["adjustment","advance","advance_funding","anticipation_repayment","application_fee","application_fee_refund","charge","climate_order_purchase","climate_order_refund","connect_collection_transfer","contribution","fee_credit_funding","inbound_transfer","inbound_transfer_reversal","issuing_authorization_hold","issuing_authorization_release","issuing_dispute","issuing_dispute_provisional_credit","issuing_dispute_provisional_credit_reversal","issuing_transaction","obligation_outbound","obligation_reversal_inbound","payment","payment_failure_refund","payment_network_reserve_hold","payment_network_reserve_release","payment_refund","payment_reversal","payment_unreconciled","payout","payout_cancel","payout_failure","payout_minimum_balance_hold","payout_minimum_balance_release","refund","refund_failure","reserve_hold","reserve_release","reserve_transaction","reserved_funds","stripe_balance_payment_debit","stripe_balance_payment_debit_reversal","stripe_fee","stripe_fx_fee","tax_fee","tax_fund","topup","topup_reversal","transfer","transfer_cancel","transfer_failure","transfer_refund"]},
    },
    "type":"object","required":["id","object","amount","available_on","balance_type","created","currency","description","exchange_rate","fee","fee_details","net","reporting_category","source","status","type"],"additionalProperties":false},
  "BalanceTransaction.FeeDetail": {
    "properties": {
      "amount": {"type":"number"},
      "application": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "currency": {"type":"string"},
      "description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "type": {"type":"string"},
    },
    "type":"object","required":["amount","application","currency","description","type"],"additionalProperties":false},
  "BalanceTransactionListParams": {
    "properties": {
      "created": {"anyOf":[{"type":"number"},{"$ref":"#/$defs/RangeQueryParam"}]},
      "currency": {"type":"string"},
      "expand": {"type":"array","items":{"type":"string"}},
      "payout": {"type":"string"},
      "source": {"type":"string"},
      "type": {"type":"string"},
      "ending_before": {"type":"string"},
      "limit": {"type":"number"},
      "starting_after": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "BalanceTransactionRetrieveParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "Charge": {
    "properties": {
      "id": {"type":"string"},
      "object": {"enum":["charge"]},
      "amount": {"type":"number"},
      "amount_captured": {"type":"number"},
      "amount_refunded": {"type":"number"},
      "application": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "application_fee": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/ApplicationFee"}]},
      "application_fee_amount": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "authorization_code": {"type":"string"},
      "balance_transaction": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/BalanceTransaction"}]},
      "billing_details": {"$ref":"#/$defs/Charge.BillingDetails"},
      "calculated_statement_descriptor": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "captured": {"type":"boolean"},
      "created": {"type":"number"},
      "currency": {"type":"string"},
      "customer": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/Customer"}]},
      "description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "disputed": {"type":"boolean"},
      "failure_balance_transaction": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/BalanceTransaction"}]},
      "failure_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "failure_message": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "fraud_details": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Charge.FraudDetails"}]},
      "level3": {"$ref":"#/$defs/Charge.Level3"},
      "livemode": {"type":"boolean"},
      "metadata": {"$ref":"#/$defs/Metadata"},
      "on_behalf_of": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "outcome": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Charge.Outcome"}]},
      "paid": {"type":"boolean"},
      "payment_intent": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/PaymentIntent"}]},
      "payment_method": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "payment_method_details": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Charge.PaymentMethodDetails"}]},
      "presentment_details": {"$ref":"#/$defs/Charge.PresentmentDetails"},
      "radar_options": {"$ref":"#/$defs/Charge.RadarOptions"},
      "receipt_email": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "receipt_number": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "receipt_url": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "refunded": {"type":"boolean"},
      "refunds": {"anyOf":[{"type":"null"},{"type":"object","properties":{"object":{"enum":["list"]},"data":{"type":"array","items":{"$ref":"#/$defs/Refund"}},"has_more":{"type":"boolean"},"url":{"type":"string"}},"required":["object","data","has_more","url"],"additionalProperties":false}]},
      "review": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Charge.Shipping"}]},
      "source": {"type":"null"},
      "source_transfer": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "statement_descriptor": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "statement_descriptor_suffix": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "status": {"enum":["failed","pending","succeeded"]},
      "transfer": {"type":"string"},
      "transfer_data": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Charge.TransferData"}]},
      "transfer_group": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["id","object","amount","amount_captured","amount_refunded","application","application_fee","application_fee_amount","balance_transaction","billing_details","calculated_statement_descriptor","captured","created","currency","customer","description","disputed","failure_balance_transaction","failure_code","failure_message","fraud_details","livemode","metadata","on_behalf_of","outcome","paid","payment_intent","payment_method","payment_method_details","receipt_email","receipt_number","receipt_url","refunded","review","shipping","source","source_transfer","statement_descriptor","statement_descriptor_suffix","status","transfer_data","transfer_group"],"additionalProperties":false},
  "Charge.BillingDetails": {
    "properties": {
      "address": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Address"}]},
      "email": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "phone": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "tax_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["address","email","name","phone","tax_id"],"additionalProperties":false},
  "Charge.FraudDetails": {
    "properties": {
      "stripe_report": {"type":"string"},
      "user_report": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Charge.Level3": {
    "properties": {
      "customer_reference": {"type":"string"},
      "line_items": {"type":"array","items":{"$ref":"#/$defs/Charge.Level3.LineItem"}},
      "merchant_reference": {"type":"string"},
      "shipping_address_zip": {"type":"string"},
      "shipping_amount": {"type":"number"},
      "shipping_from_zip": {"type":"string"},
    },
    "type":"object","required":["line_items","merchant_reference"],"additionalProperties":false},
  "Charge.Level3.LineItem": {
    "properties": {
      "discount_amount": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "product_code": {"type":"string"},
      "product_description": {"type":"string"},
      "quantity": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "tax_amount": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "unit_cost": {"anyOf":[{"type":"null"},{"type":"number"}]},
    },
    "type":"object","required":["discount_amount","product_code","product_description","quantity","tax_amount","unit_cost"],"additionalProperties":false},
  "Charge.Outcome": {
    "properties": {
      "advice_code": {"anyOf":[{"enum":["confirm_card_data","do_not_try_again","try_again_later"]},{"type":"null"}]},
      "network_advice_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "network_decline_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "network_status": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "reason": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "risk_level": {"type":"string"},
      "risk_score": {"type":"number"},
      "rule": {"anyOf":[{"type":"string"},{"$ref":"#/$defs/Charge.Outcome.Rule"}]},
      "seller_message": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "type": {"type":"string"},
    },
    "type":"object","required":["advice_code","network_advice_code","network_decline_code","network_status","reason","seller_message","type"],"additionalProperties":false},
  "Charge.Outcome.Rule": {
    "properties": {
      "action": {"type":"string"},
      "id": {"type":"string"},
      "predicate": {"type":"string"},
    },
    "type":"object","required":["action","id","predicate"],"additionalProperties":false},
  "Charge.PaymentMethodDetails": {
    "properties": {
      "card": {"$ref":"#/$defs/Charge.PaymentMethodDetails.Card"},
      "sepa_debit": {"$ref":"#/$defs/Charge.PaymentMethodDetails.SepaDebit"},
      "type": {"type":"string"},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card": {
    "properties": {
      "amount_authorized": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "authorization_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "brand": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "capture_before": {"type":"number"},
      "checks": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Checks"}]},
      "country": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "electronic_commerce_indicator": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "exp_month": {"type":"number"},
      "exp_year": {"type":"number"},
      "extended_authorization": {"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.ExtendedAuthorization"},
      "fingerprint": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "funding": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "iin": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "incremental_authorization": {"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.IncrementalAuthorization"},
      "installments": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Installments"}]},
      "issuer": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "last4": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "mandate": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "moto": {"anyOf":[{"type":"null"},{"type":"boolean"}]},
      "multicapture": {"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Multicapture"},
      "network": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "network_token": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.NetworkToken"}]},
      "network_transaction_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "overcapture": {"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Overcapture"},
      "regulated_status": {"anyOf":[{"enum":["regulated","unregulated"]},{"type":"null"}]},
      "setup_credential_usage": {"enum":["installment","recurring","unscheduled"]},
      "stored_credential_usage": {"enum":["installment","recurring","unscheduled"]},
      "three_d_secure": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.ThreeDSecure"}]},
      "transaction_link_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "wallet": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Wallet"}]},
    },
    "type":"object","required":["amount_authorized","authorization_code","brand","checks","country","electronic_commerce_indicator","exp_month","exp_year","funding","installments","last4","mandate","network","network_transaction_id","regulated_status","three_d_secure","transaction_link_id","wallet"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Checks": {
    "properties": {
      "address_line1_check": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "address_postal_code_check": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "cvc_check": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["address_line1_check","address_postal_code_check","cvc_check"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.ExtendedAuthorization": {
    "properties": {
      "status": {"enum":["disabled","enabled"]},
    },
    "type":"object","required":["status"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.IncrementalAuthorization": {
    "properties": {
      "status": {"enum":["available","unavailable"]},
    },
    "type":"object","required":["status"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Installments": {
    "properties": {
      "plan": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Installments.Plan"}]},
    },
    "type":"object","required":["plan"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Installments.Plan": {
    "properties": {
      "count": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "interval": {"anyOf":[{"enum":["month"]},{"type":"null"}]},
      "type": {"enum":["bonus","fixed_count","revolving"]},
    },
    "type":"object","required":["count","interval","type"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Multicapture": {
    "properties": {
      "status": {"enum":["available","unavailable"]},
    },
    "type":"object","required":["status"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.NetworkToken": {
    "properties": {
      "used": {"type":"boolean"},
    },
    "type":"object","required":["used"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Overcapture": {
    "properties": {
      "maximum_amount_capturable": {"type":"number"},
      "status": {"enum":["available","unavailable"]},
    },
    "type":"object","required":["maximum_amount_capturable","status"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.ThreeDSecure": {
    "properties": {
      "authentication_flow": {"anyOf":[{"enum":["challenge","frictionless"]},{"type":"null"}]},
      "electronic_commerce_indicator": {"anyOf":[{"enum":["01","02","05","06","07"]},{"type":"null"}]},
      "exemption_indicator": {"anyOf":[{"enum":["low_risk","none"]},{"type":"null"}]},
      "exemption_indicator_applied": {"type":"boolean"},
      "result": {"anyOf":[{"enum":["attempt_acknowledged","authenticated","data_share_only","exempted","failed","not_supported","processing_error"]},{"type":"null"}]},
      "result_reason": {"anyOf":[{"enum":["abandoned","bypassed","canceled","card_not_enrolled","network_not_supported","protocol_error","rejected"]},{"type":"null"}]},
      "transaction_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "version": {"anyOf":[{"enum":["1.0.2","2.1.0","2.2.0","2.3.0","2.3.1"]},{"type":"null"}]},
    },
    "type":"object","required":["authentication_flow","electronic_commerce_indicator","exemption_indicator","result","result_reason","transaction_id","version"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Wallet": {
    "properties": {
      "amex_express_checkout": {"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Wallet.AmexExpressCheckout"},
      "apple_pay": {"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Wallet.ApplePay"},
      "dynamic_last4": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "google_pay": {"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Wallet.GooglePay"},
      "link": {"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Wallet.Link"},
      "masterpass": {"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Wallet.Masterpass"},
      "samsung_pay": {"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Wallet.SamsungPay"},
      "type": {"enum":["amex_express_checkout","apple_pay","google_pay","link","masterpass","samsung_pay","visa_checkout"]},
      "visa_checkout": {"$ref":"#/$defs/Charge.PaymentMethodDetails.Card.Wallet.VisaCheckout"},
    },
    "type":"object","required":["dynamic_last4","type"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Wallet.AmexExpressCheckout": {
    "properties": {

    },
    "type":"object","additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Wallet.ApplePay": {
    "properties": {

    },
    "type":"object","additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Wallet.GooglePay": {
    "properties": {

    },
    "type":"object","additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Wallet.Link": {
    "properties": {
      "funding_source_group": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["funding_source_group"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Wallet.Masterpass": {
    "properties": {
      "billing_address": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Address"}]},
      "email": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_address": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Address"}]},
    },
    "type":"object","required":["billing_address","email","name","shipping_address"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Wallet.SamsungPay": {
    "properties": {

    },
    "type":"object","additionalProperties":false},
  "Charge.PaymentMethodDetails.Card.Wallet.VisaCheckout": {
    "properties": {
      "billing_address": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Address"}]},
      "email": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_address": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Address"}]},
    },
    "type":"object","required":["billing_address","email","name","shipping_address"],"additionalProperties":false},
  "Charge.PaymentMethodDetails.SepaDebit": {
    "properties": {
      "bank_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "branch_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "country": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "expected_debit_date": {"type":"string"},
      "fingerprint": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "last4": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "mandate": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["bank_code","branch_code","country","fingerprint","last4","mandate"],"additionalProperties":false},
  "Charge.PresentmentDetails": {
    "properties": {
      "presentment_amount": {"type":"number"},
      "presentment_currency": {"type":"string"},
    },
    "type":"object","required":["presentment_amount","presentment_currency"],"additionalProperties":false},
  "Charge.RadarOptions": {
    "properties": {
      "session": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Charge.Shipping": {
    "properties": {
      "address": {"$ref":"#/$defs/Address"},
      "carrier": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "name": {"type":"string"},
      "phone": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "tracking_number": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "Charge.TransferData": {
    "properties": {
      "amount": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "destination": {"type":"string"},
    },
    "type":"object","required":["amount","destination"],"additionalProperties":false},
  "ChargeCapturedEvent": {
    "properties": {
      "type": {"enum":["charge.captured"]},
      "data": {"$ref":"#/$defs/ChargeCapturedEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "ChargeCapturedEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Charge"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "ChargeDisputeClosedEvent": {
    "properties": {
      "type": {"enum":["charge.dispute.closed"]},
      "data": {"$ref":"#/$defs/ChargeDisputeClosedEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "ChargeDisputeClosedEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Dispute"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "ChargeDisputeCreatedEvent": {
    "properties": {
      "type": {"enum":["charge.dispute.created"]},
      "data": {"$ref":"#/$defs/ChargeDisputeCreatedEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "ChargeDisputeCreatedEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Dispute"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "ChargeDisputeFundsReinstatedEvent": {
    "properties": {
      "type": {"enum":["charge.dispute.funds_reinstated"]},
      "data": {"$ref":"#/$defs/ChargeDisputeFundsReinstatedEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "ChargeDisputeFundsReinstatedEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Dispute"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "ChargeDisputeFundsWithdrawnEvent": {
    "properties": {
      "type": {"enum":["charge.dispute.funds_withdrawn"]},
      "data": {"$ref":"#/$defs/ChargeDisputeFundsWithdrawnEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "ChargeDisputeFundsWithdrawnEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Dispute"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "ChargeDisputeUpdatedEvent": {
    "properties": {
      "type": {"enum":["charge.dispute.updated"]},
      "data": {"$ref":"#/$defs/ChargeDisputeUpdatedEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "ChargeDisputeUpdatedEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Dispute"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "ChargeListParams": {
    "properties": {
      "created": {"anyOf":[{"type":"number"},{"$ref":"#/$defs/RangeQueryParam"}]},
      "customer": {"type":"string"},
      "expand": {"type":"array","items":{"type":"string"}},
      "payment_intent": {"type":"string"},
      "transfer_group": {"type":"string"},
      "ending_before": {"type":"string"},
      "limit": {"type":"number"},
      "starting_after": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "ChargeRetrieveParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams": {
    "properties": {
      "adaptive_pricing": {"$ref":"#/$defs/Checkout.SessionCreateParams.AdaptivePricing"},
      "after_expiration": {"$ref":"#/$defs/Checkout.SessionCreateParams.AfterExpiration"},
      "allow_promotion_codes": {"type":"boolean"},
      "allowed_payment_method_types": {"type":"array","items":{"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boleto","card","cashapp","crypto","customer_balance","eps","fpx","giropay","grabpay","ideal","kakao_pay","klarna","konbini","kr_card","link","mb_way","mobilepay","multibanco","naver_pay","nz_bank_account","oxxo","p24","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","sofort","sunbit","swish","twint","upi","us_bank_account","wechat_pay","zip"]}},
      "automatic_tax": {"$ref":"#/$defs/Checkout.SessionCreateParams.AutomaticTax"},
      "billing_address_collection": {"enum":["auto","required"]},
      "branding_settings": {"$ref":"#/$defs/Checkout.SessionCreateParams.BrandingSettings"},
      "cancel_url": {"type":"string"},
      "client_reference_id": {"type":"string"},
      "consent_collection": {"$ref":"#/$defs/Checkout.SessionCreateParams.ConsentCollection"},
      "currency": {"type":"string"},
      "custom_fields": {"type":"array","items":{"$ref":"#/$defs/Checkout.SessionCreateParams.CustomField"}},
      "custom_text": {"$ref":"#/$defs/Checkout.SessionCreateParams.CustomText"},
      "customer": {"type":"string"},
      "customer_account": {"type":"string"},
      "customer_creation": {"enum":["always","if_required"]},
      "customer_email": {"type":"string"},
      "customer_update": {"$ref":"#/$defs/Checkout.SessionCreateParams.CustomerUpdate"},
      "discounts": {"type":"array","items":{"$ref":"#/$defs/Checkout.SessionCreateParams.Discount"}},
      "excluded_payment_method_types": {"type":"array","items":{"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boleto","card","cashapp","crypto","customer_balance","eps","fpx","giropay","grabpay","ideal","kakao_pay","klarna","konbini","kr_card","mb_way","mobilepay","multibanco","naver_pay","nz_bank_account","oxxo","p24","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","sofort","sunbit","swish","twint","upi","us_bank_account","wechat_pay","zip"]}},
      "expand": {"type":"array","items":{"type":"string"}},
      "expires_at": {"type":"number"},
      "integration_identifier": {"type":"string"},
      "invoice_creation": {"$ref":"#/$defs/Checkout.SessionCreateParams.InvoiceCreation"},
      "line_items": {"type":"array","items":{"$ref":"#/$defs/Checkout.SessionCreateParams.LineItem"}},
      "locale": {"enum":["auto","bg","cs","da","de","el","en","en-GB","es","es-419","et","fi","fil","fr","fr-CA","hi-IN","hr","hu","id","it","ja","ko","lt","lv","ms","mt","nb","nl","pl","pt","pt-BR","ro","ru","sk","sl","sv","th","tr","vi","zh","zh-HK","zh-TW"]},
      "managed_payments": {"$ref":"#/$defs/Checkout.SessionCreateParams.ManagedPayments"},
      "metadata": {"$ref":"#/$defs/MetadataParam"},
      "mode": {"enum":["payment","setup","subscription"]},
      "name_collection": {"$ref":"#/$defs/Checkout.SessionCreateParams.NameCollection"},
      "optional_items": {"type":"array","items":{"$ref":"#/$defs/Checkout.SessionCreateParams.OptionalItem"}},
      "origin_context": {"enum":["mobile_app","web"]},
      "payment_intent_data": {"$ref":"#/$defs/Checkout.SessionCreateParams.PaymentIntentData"},
      "payment_method_collection": {"enum":["always","if_required"]},
      "payment_method_configuration": {"type":"string"},
      "payment_method_data": {"$ref":"#/$defs/Checkout.SessionCreateParams.PaymentMethodData"},
      "payment_method_options": {"$ref":"#/$defs/Checkout.SessionCreateParams.PaymentMethodOptions"},
      "permissions": {"$ref":"#/$defs/Checkout.SessionCreateParams.Permissions"},
      "phone_number_collection": {"$ref":"#/$defs/Checkout.SessionCreateParams.PhoneNumberCollection"},
      "redirect_on_completion": {"enum":["always","if_required","never"]},
      "return_url": {"type":"string"},
      "saved_payment_method_options": {"$ref":"#/$defs/Checkout.SessionCreateParams.SavedPaymentMethodOptions"},
      "setup_intent_data": {"$ref":"#/$defs/Checkout.SessionCreateParams.SetupIntentData"},
      "shipping_address_collection": {"$ref":"#/$defs/Checkout.SessionCreateParams.ShippingAddressCollection"},
      "shipping_options": {"type":"array","items":{"$ref":"#/$defs/Checkout.SessionCreateParams.ShippingOption"}},
      "submit_type": {"enum":["auto","book","donate","pay","subscribe"]},
      "subscription_data": {"$ref":"#/$defs/Checkout.SessionCreateParams.SubscriptionData"},
      "success_url": {"type":"string"},
      "tax_id_collection": {"$ref":"#/$defs/Checkout.SessionCreateParams.TaxIdCollection"},
      "ui_mode": {"enum":["elements","embedded_page","form","hosted_page"]},
      "wallet_options": {"$ref":"#/$defs/Checkout.SessionCreateParams.WalletOptions"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.AdaptivePricing": {
    "properties": {
      "enabled": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.AfterExpiration": {
    "properties": {
      "recovery": {"$ref":"#/$defs/Checkout.SessionCreateParams.AfterExpiration.Recovery"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.AfterExpiration.Recovery": {
    "properties": {
      "allow_promotion_codes": {"type":"boolean"},
      "enabled": {"type":"boolean"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "Checkout.SessionCreateParams.AutomaticTax": {
    "properties": {
      "enabled": {"type":"boolean"},
      "liability": {"$ref":"#/$defs/Checkout.SessionCreateParams.AutomaticTax.Liability"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "Checkout.SessionCreateParams.AutomaticTax.Liability": {
    "properties": {
      "account": {"type":"string"},
      "type": {"enum":["account","self"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Checkout.SessionCreateParams.BrandingSettings": {
    "properties": {
      "background_color": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "border_style": {"anyOf":[{"enum":["","pill","rectangular","rounded"]},{"type":"null"}]},
      "button_color": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "display_name": {"type":"string"},
      "font_family": {"anyOf":[{"enum":["","be_vietnam_pro","bitter","chakra_petch","default","hahmlet","inconsolata","inter","lato","lora","m_plus_1_code","montserrat","noto_sans","noto_sans_jp","noto_serif","nunito","open_sans","pridi","pt_sans","pt_serif","raleway","roboto","roboto_slab","source_sans_pro","titillium_web","ubuntu_mono","zen_maru_gothic"]},{"type":"null"}]},
      "icon": {"$ref":"#/$defs/Checkout.SessionCreateParams.BrandingSettings.Icon"},
      "logo": {"$ref":"#/$defs/Checkout.SessionCreateParams.BrandingSettings.Logo"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.BrandingSettings.Icon": {
    "properties": {
      "file": {"type":"string"},
      "type": {"enum":["file","url"]},
      "url": {"type":"string"},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Checkout.SessionCreateParams.BrandingSettings.Logo": {
    "properties": {
      "file": {"type":"string"},
      "type": {"enum":["file","url"]},
      "url": {"type":"string"},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Checkout.SessionCreateParams.ConsentCollection": {
    "properties": {
      "payment_method_reuse_agreement": {"$ref":"#/$defs/Checkout.SessionCreateParams.ConsentCollection.PaymentMethodReuseAgreement"},
      "promotions": {"enum":["auto","none"]},
      "terms_of_service": {"enum":["none","required"]},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.ConsentCollection.PaymentMethodReuseAgreement": {
    "properties": {
      "position": {"enum":["auto","hidden"]},
    },
    "type":"object","required":["position"],"additionalProperties":false},
  "Checkout.SessionCreateParams.CustomField": {
    "properties": {
      "dropdown": {"$ref":"#/$defs/Checkout.SessionCreateParams.CustomField.Dropdown"},
      "key": {"type":"string"},
      "label": {"$ref":"#/$defs/Checkout.SessionCreateParams.CustomField.Label"},
      "numeric": {"$ref":"#/$defs/Checkout.SessionCreateParams.CustomField.Numeric"},
      "optional": {"type":"boolean"},
      "text": {"$ref":"#/$defs/Checkout.SessionCreateParams.CustomField.Text"},
      "type": {"enum":["dropdown","numeric","text"]},
    },
    "type":"object","required":["key","label","type"],"additionalProperties":false},
  "Checkout.SessionCreateParams.CustomField.Dropdown": {
    "properties": {
      "default_value": {"type":"string"},
      "options": {"type":"array","items":{"$ref":"#/$defs/Checkout.SessionCreateParams.CustomField.Dropdown.Option"}},
    },
    "type":"object","required":["options"],"additionalProperties":false},
  "Checkout.SessionCreateParams.CustomField.Dropdown.Option": {
    "properties": {
      "label": {"type":"string"},
      "value": {"type":"string"},
    },
    "type":"object","required":["label","value"],"additionalProperties":false},
  "Checkout.SessionCreateParams.CustomField.Label": {
    "properties": {
      "custom": {"type":"string"},
      "type": {"enum":["custom"]},
    },
    "type":"object","required":["custom","type"],"additionalProperties":false},
  "Checkout.SessionCreateParams.CustomField.Numeric": {
    "properties": {
      "default_value": {"type":"string"},
      "maximum_length": {"type":"number"},
      "minimum_length": {"type":"number"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.CustomField.Text": {
    "properties": {
      "default_value": {"type":"string"},
      "maximum_length": {"type":"number"},
      "minimum_length": {"type":"number"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.CustomText": {
    "properties": {
      "after_submit": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/Checkout.SessionCreateParams.CustomText.AfterSubmit"}]},
      "shipping_address": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/Checkout.SessionCreateParams.CustomText.ShippingAddress"}]},
      "submit": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/Checkout.SessionCreateParams.CustomText.Submit"}]},
      "terms_of_service_acceptance": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/Checkout.SessionCreateParams.CustomText.TermsOfServiceAcceptance"}]},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.CustomText.AfterSubmit": {
    "properties": {
      "message": {"type":"string"},
    },
    "type":"object","required":["message"],"additionalProperties":false},
  "Checkout.SessionCreateParams.CustomText.ShippingAddress": {
    "properties": {
      "message": {"type":"string"},
    },
    "type":"object","required":["message"],"additionalProperties":false},
  "Checkout.SessionCreateParams.CustomText.Submit": {
    "properties": {
      "message": {"type":"string"},
    },
    "type":"object","required":["message"],"additionalProperties":false},
  "Checkout.SessionCreateParams.CustomText.TermsOfServiceAcceptance": {
    "properties": {
      "message": {"type":"string"},
    },
    "type":"object","required":["message"],"additionalProperties":false},
  "Checkout.SessionCreateParams.CustomerUpdate": {
    "properties": {
      "address": {"enum":["auto","never"]},
      "name": {"enum":["auto","never"]},
      "shipping": {"enum":["auto","never"]},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.Discount": {
    "properties": {
      "coupon": {"type":"string"},
      "promotion_code": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.InvoiceCreation": {
    "properties": {
      "enabled": {"type":"boolean"},
      "invoice_data": {"$ref":"#/$defs/Checkout.SessionCreateParams.InvoiceCreation.InvoiceData"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "Checkout.SessionCreateParams.InvoiceCreation.InvoiceData": {
    "properties": {
      "account_tax_ids": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"type":"string"}}]},
      "custom_fields": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/Checkout.SessionCreateParams.InvoiceCreation.InvoiceData.CustomField"}}]},
      "description": {"type":"string"},
      "footer": {"type":"string"},
      "issuer": {"$ref":"#/$defs/Checkout.SessionCreateParams.InvoiceCreation.InvoiceData.Issuer"},
      "metadata": {"$ref":"#/$defs/MetadataParam"},
      "rendering_options": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/Checkout.SessionCreateParams.InvoiceCreation.InvoiceData.RenderingOptions"}]},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.InvoiceCreation.InvoiceData.CustomField": {
    "properties": {
      "name": {"type":"string"},
      "value": {"type":"string"},
    },
    "type":"object","required":["name","value"],"additionalProperties":false},
  "Checkout.SessionCreateParams.InvoiceCreation.InvoiceData.Issuer": {
    "properties": {
      "account": {"type":"string"},
      "type": {"enum":["account","self"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Checkout.SessionCreateParams.InvoiceCreation.InvoiceData.RenderingOptions": {
    "properties": {
      "amount_tax_display": {"anyOf":[{"enum":["","exclude_tax","include_inclusive_tax"]},{"type":"null"}]},
      "template": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.LineItem": {
    "properties": {
      "adjustable_quantity": {"$ref":"#/$defs/Checkout.SessionCreateParams.LineItem.AdjustableQuantity"},
      "metadata": {"$ref":"#/$defs/MetadataParam"},
      "price": {"type":"string"},
      "price_data": {"$ref":"#/$defs/Checkout.SessionCreateParams.LineItem.PriceData"},
      "quantity": {"type":"number"},
      "tax_rates": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.LineItem.AdjustableQuantity": {
    "properties": {
      "enabled": {"type":"boolean"},
      "maximum": {"type":"number"},
      "minimum": {"type":"number"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "Checkout.SessionCreateParams.LineItem.PriceData": {
    "properties": {
      "currency": {"type":"string"},
      "product": {"type":"string"},
      "product_data": {"$ref":"#/$defs/Checkout.SessionCreateParams.LineItem.PriceData.ProductData"},
      "recurring": {"$ref":"#/$defs/Checkout.SessionCreateParams.LineItem.PriceData.Recurring"},
      "tax_behavior": {"enum":["exclusive","inclusive","unspecified"]},
      "unit_amount": {"type":"number"},
      "unit_amount_decimal": {"type":"string","pattern":"^-?\\d+(\\.\\d+)?$"},
    },
    "type":"object","required":["currency"],"additionalProperties":false},
  "Checkout.SessionCreateParams.LineItem.PriceData.ProductData": {
    "properties": {
      "description": {"type":"string"},
      "images": {"type":"array","items":{"type":"string"}},
      "metadata": {"$ref":"#/$defs/MetadataParam"},
      "name": {"type":"string"},
      "tax_code": {"type":"string"},
      "tax_details": {"$ref":"#/$defs/Checkout.SessionCreateParams.LineItem.PriceData.ProductData.TaxDetails"},
      "unit_label": {"type":"string"},
    },
    "type":"object","required":["name"],"additionalProperties":false},
  "Checkout.SessionCreateParams.LineItem.PriceData.ProductData.TaxDetails": {
    "properties": {
      "performance_location": {"type":"string"},
      "tax_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.LineItem.PriceData.Recurring": {
    "properties": {
      "interval": {"enum":["day","month","week","year"]},
      "interval_count": {"type":"number"},
    },
    "type":"object","required":["interval"],"additionalProperties":false},
  "Checkout.SessionCreateParams.ManagedPayments": {
    "properties": {
      "enabled": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.NameCollection": {
    "properties": {
      "business": {"$ref":"#/$defs/Checkout.SessionCreateParams.NameCollection.Business"},
      "individual": {"$ref":"#/$defs/Checkout.SessionCreateParams.NameCollection.Individual"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.NameCollection.Business": {
    "properties": {
      "enabled": {"type":"boolean"},
      "optional": {"type":"boolean"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "Checkout.SessionCreateParams.NameCollection.Individual": {
    "properties": {
      "enabled": {"type":"boolean"},
      "optional": {"type":"boolean"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "Checkout.SessionCreateParams.OptionalItem": {
    "properties": {
      "adjustable_quantity": {"$ref":"#/$defs/Checkout.SessionCreateParams.OptionalItem.AdjustableQuantity"},
      "price": {"type":"string"},
      "quantity": {"type":"number"},
    },
    "type":"object","required":["price","quantity"],"additionalProperties":false},
  "Checkout.SessionCreateParams.OptionalItem.AdjustableQuantity": {
    "properties": {
      "enabled": {"type":"boolean"},
      "maximum": {"type":"number"},
      "minimum": {"type":"number"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "Checkout.SessionCreateParams.PaymentIntentData": {
    "properties": {
      "application_fee_amount": {"type":"number"},
      "capture_method": {"enum":["automatic","automatic_async","manual"]},
      "description": {"type":"string"},
      "metadata": {"$ref":"#/$defs/MetadataParam"},
      "on_behalf_of": {"type":"string"},
      "receipt_email": {"type":"string"},
      "setup_future_usage": {"enum":["off_session","on_session"]},
      "shipping": {"$ref":"#/$defs/Checkout.SessionCreateParams.PaymentIntentData.Shipping"},
      "statement_descriptor": {"type":"string"},
      "statement_descriptor_suffix": {"type":"string"},
      "transfer_data": {"$ref":"#/$defs/Checkout.SessionCreateParams.PaymentIntentData.TransferData"},
      "transfer_group": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.PaymentIntentData.Shipping": {
    "properties": {
      "address": {"$ref":"#/$defs/ShippingAddressParam"},
      "carrier": {"type":"string"},
      "name": {"type":"string"},
      "phone": {"type":"string"},
      "tracking_number": {"type":"string"},
    },
    "type":"object","required":["address","name"],"additionalProperties":false},
  "Checkout.SessionCreateParams.PaymentIntentData.TransferData": {
    "properties": {
      "amount": {"type":"number"},
      "destination": {"type":"string"},
    },
    "type":"object","required":["destination"],"additionalProperties":false},
  "Checkout.SessionCreateParams.PaymentMethodData": {
    "properties": {
      "allow_redisplay": {"enum":["always","limited","unspecified"]},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.PaymentMethodOptions": {
    "properties": {
      "card": {"$ref":"#/$defs/Checkout.SessionCreateParams.PaymentMethodOptions.Card"},
      "sepa_debit": {"$ref":"#/$defs/Checkout.SessionCreateParams.PaymentMethodOptions.SepaDebit"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.PaymentMethodOptions.Card": {
    "properties": {
      "capture_method": {"enum":["manual"]},
      "installments": {"$ref":"#/$defs/Checkout.SessionCreateParams.PaymentMethodOptions.Card.Installments"},
      "request_extended_authorization": {"enum":["if_available","never"]},
      "request_incremental_authorization": {"enum":["if_available","never"]},
      "request_multicapture": {"enum":["if_available","never"]},
      "request_overcapture": {"enum":["if_available","never"]},
      "request_three_d_secure": {"enum":["any","automatic","challenge"]},
      "restrictions": {"$ref":"#/$defs/Checkout.SessionCreateParams.PaymentMethodOptions.Card.Restrictions"},
      "setup_future_usage": {"enum":["off_session","on_session"]},
      "statement_descriptor_suffix_kana": {"type":"string"},
      "statement_descriptor_suffix_kanji": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.PaymentMethodOptions.Card.Installments": {
    "properties": {
      "enabled": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.PaymentMethodOptions.Card.Restrictions": {
    "properties": {
      "brands_blocked": {"type":"array","items":{"enum":["american_express","discover_global_network","mastercard","visa"]}},
      "funding_types_blocked": {"type":"array","items":{"enum":["credit","debit","prepaid"]}},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.PaymentMethodOptions.SepaDebit": {
    "properties": {
      "mandate_options": {"$ref":"#/$defs/Checkout.SessionCreateParams.PaymentMethodOptions.SepaDebit.MandateOptions"},
      "setup_future_usage": {"enum":["none","off_session","on_session"]},
      "target_date": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.PaymentMethodOptions.SepaDebit.MandateOptions": {
    "properties": {
      "reference_prefix": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.Permissions": {
    "properties": {
      "update_shipping_details": {"enum":["client_only","server_only"]},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.PhoneNumberCollection": {
    "properties": {
      "enabled": {"type":"boolean"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "Checkout.SessionCreateParams.SavedPaymentMethodOptions": {
    "properties": {
      "allow_redisplay_filters": {"type":"array","items":{"enum":["always","limited","unspecified"]}},
      "payment_method_remove": {"enum":["disabled","enabled"]},
      "payment_method_save": {"enum":["disabled","enabled"]},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.SetupIntentData": {
    "properties": {
      "description": {"type":"string"},
      "metadata": {"$ref":"#/$defs/MetadataParam"},
      "on_behalf_of": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.ShippingAddressCollection": {
    "properties": {
      "allowed_countries": {"type":"array","items":{"enum":["AC","AD","AE","AF","AG","AI","AL","AM","AO","AQ","AR","AT","AU","AW","AX","AZ","BA","BB","BD","BE","BF","BG","BH","BI","BJ","BL","BM","BN","BO","BQ","BR","BS","BT","BV","BW","BY","BZ","CA","CD","CF","CG","CH","CI","CK","CL","CM","CN","CO","CR","CV","CW","CY","CZ","DE","DJ","DK","DM","DO","DZ","EC","EE","EG","EH","ER","ES","ET","FI","FJ","FK","FO","FR","GA","GB","GD","GE","GF","GG","GH","GI","GL","GM","GN","GP","GQ","GR","GS","GT","GU","GW","GY","HK","HN","HR","HT","HU","ID","IE","IL","IM","IN","IO","IQ","IS","IT","JE","JM","JO","JP","KE","KG","KH","KI","KM","KN","KR","KW","KY","KZ","LA","LB","LC","LI","LK","LR","LS","LT","LU","LV","LY","MA","MC","MD","ME","MF","MG","MK","ML","MM","MN","MO","MQ","MR","MS","MT","MU","MV","MW","MX","MY","MZ","NA","NC","NE","NG","NI","NL","NO","NP","NR","NU","NZ","OM","PA","PE","PF","PG","PH","PK","PL","PM","PN","PR","PS","PT","PY","QA","RE","RO","RS","RU","RW","SA","SB","SC","SD","SE","SG","SH","SI","SJ","SK","SL","SM","SN","SO","SR","SS","ST","SV","SX","SZ","TA","TC","TD","TF","TG","TH","TJ","TK","TL","TM","TN","TO","TR","TT","TV","TW","TZ","UA","UG","US","UY","UZ","VA","VC","VE","VG","VN","VU","WF","WS","XK","YE","YT","ZA","ZM","ZW","ZZ"]}},
    },
    "type":"object","required":["allowed_countries"],"additionalProperties":false},
  "Checkout.SessionCreateParams.ShippingOption": {
    "properties": {
      "shipping_rate": {"type":"string"},
      "shipping_rate_data": {"$ref":"#/$defs/Checkout.SessionCreateParams.ShippingOption.ShippingRateData"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.ShippingOption.ShippingRateData": {
    "properties": {
      "delivery_estimate": {"$ref":"#/$defs/Checkout.SessionCreateParams.ShippingOption.ShippingRateData.DeliveryEstimate"},
      "display_name": {"type":"string"},
      "fixed_amount": {"$ref":"#/$defs/Checkout.SessionCreateParams.ShippingOption.ShippingRateData.FixedAmount"},
      "metadata": {"$ref":"#/$defs/MetadataParam"},
      "tax_behavior": {"enum":["exclusive","inclusive","unspecified"]},
      "tax_code": {"type":"string"},
      "type": {"enum":["fixed_amount"]},
    },
    "type":"object","required":["display_name"],"additionalProperties":false},
  "Checkout.SessionCreateParams.ShippingOption.ShippingRateData.DeliveryEstimate": {
    "properties": {
      "maximum": {"$ref":"#/$defs/Checkout.SessionCreateParams.ShippingOption.ShippingRateData.DeliveryEstimate.Maximum"},
      "minimum": {"$ref":"#/$defs/Checkout.SessionCreateParams.ShippingOption.ShippingRateData.DeliveryEstimate.Minimum"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.ShippingOption.ShippingRateData.DeliveryEstimate.Maximum": {
    "properties": {
      "unit": {"enum":["business_day","day","hour","month","week"]},
      "value": {"type":"number"},
    },
    "type":"object","required":["unit","value"],"additionalProperties":false},
  "Checkout.SessionCreateParams.ShippingOption.ShippingRateData.DeliveryEstimate.Minimum": {
    "properties": {
      "unit": {"enum":["business_day","day","hour","month","week"]},
      "value": {"type":"number"},
    },
    "type":"object","required":["unit","value"],"additionalProperties":false},
  "Checkout.SessionCreateParams.ShippingOption.ShippingRateData.FixedAmount": {
    "properties": {
      "amount": {"type":"number"},
      "currency": {"type":"string"},
      "currency_options": {"type":"object","additionalProperties":{"$ref":"#/$defs/Checkout.SessionCreateParams.ShippingOption.ShippingRateData.FixedAmount.CurrencyOptions"}},
    },
    "type":"object","required":["amount","currency"],"additionalProperties":false},
  "Checkout.SessionCreateParams.ShippingOption.ShippingRateData.FixedAmount.CurrencyOptions": {
    "properties": {
      "amount": {"type":"number"},
      "tax_behavior": {"enum":["exclusive","inclusive","unspecified"]},
    },
    "type":"object","required":["amount"],"additionalProperties":false},
  "Checkout.SessionCreateParams.SubscriptionData": {
    "properties": {
      "application_fee_percent": {"type":"number"},
      "billing_cycle_anchor": {"type":"number"},
      "billing_cycle_anchor_config": {"$ref":"#/$defs/Checkout.SessionCreateParams.SubscriptionData.BillingCycleAnchorConfig"},
      "billing_mode": {"$ref":"#/$defs/Checkout.SessionCreateParams.SubscriptionData.BillingMode"},
      "default_tax_rates": {"type":"array","items":{"type":"string"}},
      "description": {"type":"string"},
      "invoice_settings": {"$ref":"#/$defs/Checkout.SessionCreateParams.SubscriptionData.InvoiceSettings"},
      "metadata": {"$ref":"#/$defs/MetadataParam"},
      "on_behalf_of": {"type":"string"},
      "pending_invoice_item_interval": {"$ref":"#/$defs/Checkout.SessionCreateParams.SubscriptionData.PendingInvoiceItemInterval"},
      "proration_behavior": {"enum":["create_prorations","none"]},
      "transfer_data": {"$ref":"#/$defs/Checkout.SessionCreateParams.SubscriptionData.TransferData"},
      "trial_end": {"type":"number"},
      "trial_period_days": {"type":"number"},
      "trial_settings": {"$ref":"#/$defs/Checkout.SessionCreateParams.SubscriptionData.TrialSettings"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.SubscriptionData.BillingCycleAnchorConfig": {
    "properties": {
      "day_of_month": {"type":"number"},
      "hour": {"type":"number"},
      "minute": {"type":"number"},
      "month": {"type":"number"},
      "second": {"type":"number"},
    },
    "type":"object","required":["day_of_month"],"additionalProperties":false},
  "Checkout.SessionCreateParams.SubscriptionData.BillingMode": {
    "properties": {
      "flexible": {"$ref":"#/$defs/Checkout.SessionCreateParams.SubscriptionData.BillingMode.Flexible"},
      "type": {"enum":["classic","flexible"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Checkout.SessionCreateParams.SubscriptionData.BillingMode.Flexible": {
    "properties": {
      "proration_discounts": {"enum":["included","itemized"]},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.SubscriptionData.InvoiceSettings": {
    "properties": {
      "account_tax_ids": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"type":"string"}}]},
      "custom_fields": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/Checkout.SessionCreateParams.SubscriptionData.InvoiceSettings.CustomField"}}]},
      "description": {"type":"string"},
      "footer": {"type":"string"},
      "issuer": {"$ref":"#/$defs/Checkout.SessionCreateParams.SubscriptionData.InvoiceSettings.Issuer"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.SubscriptionData.InvoiceSettings.CustomField": {
    "properties": {
      "name": {"type":"string"},
      "value": {"type":"string"},
    },
    "type":"object","required":["name","value"],"additionalProperties":false},
  "Checkout.SessionCreateParams.SubscriptionData.InvoiceSettings.Issuer": {
    "properties": {
      "account": {"type":"string"},
      "type": {"enum":["account","self"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Checkout.SessionCreateParams.SubscriptionData.PendingInvoiceItemInterval": {
    "properties": {
      "interval": {"enum":["day","month","week","year"]},
      "interval_count": {"type":"number"},
    },
    "type":"object","required":["interval"],"additionalProperties":false},
  "Checkout.SessionCreateParams.SubscriptionData.TransferData": {
    "properties": {
      "amount_percent": {"type":"number"},
      "destination": {"type":"string"},
    },
    "type":"object","required":["destination"],"additionalProperties":false},
  "Checkout.SessionCreateParams.SubscriptionData.TrialSettings": {
    "properties": {
      "end_behavior": {"$ref":"#/$defs/Checkout.SessionCreateParams.SubscriptionData.TrialSettings.EndBehavior"},
    },
    "type":"object","required":["end_behavior"],"additionalProperties":false},
  "Checkout.SessionCreateParams.SubscriptionData.TrialSettings.EndBehavior": {
    "properties": {
      "missing_payment_method": {"enum":["cancel","create_invoice","pause"]},
    },
    "type":"object","required":["missing_payment_method"],"additionalProperties":false},
  "Checkout.SessionCreateParams.TaxIdCollection": {
    "properties": {
      "enabled": {"type":"boolean"},
      "required": {"enum":["if_supported","never"]},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "Checkout.SessionCreateParams.WalletOptions": {
    "properties": {
      "link": {"$ref":"#/$defs/Checkout.SessionCreateParams.WalletOptions.Link"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionCreateParams.WalletOptions.Link": {
    "properties": {
      "display": {"enum":["auto","never"]},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionExpireParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionListLineItemsParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
      "ending_before": {"type":"string"},
      "limit": {"type":"number"},
      "starting_after": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionListParams": {
    "properties": {
      "created": {"anyOf":[{"type":"number"},{"$ref":"#/$defs/RangeQueryParam"}]},
      "customer": {"type":"string"},
      "customer_account": {"type":"string"},
      "customer_details": {"$ref":"#/$defs/Checkout.SessionListParams.CustomerDetails"},
      "expand": {"type":"array","items":{"type":"string"}},
      "payment_intent": {"type":"string"},
      "payment_link": {"type":"string"},
      "status": {"enum":["complete","expired","open"]},
      "subscription": {"type":"string"},
      "ending_before": {"type":"string"},
      "limit": {"type":"number"},
      "starting_after": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Checkout.SessionListParams.CustomerDetails": {
    "properties": {
      "email": {"type":"string"},
    },
    "type":"object","required":["email"],"additionalProperties":false},
  "Checkout.SessionRetrieveParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "CheckoutSessionAsyncPaymentFailedEvent": {
    "properties": {
      "type": {"enum":["checkout.session.async_payment_failed"]},
      "data": {"$ref":"#/$defs/CheckoutSessionAsyncPaymentFailedEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "CheckoutSessionAsyncPaymentFailedEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Session"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "CheckoutSessionAsyncPaymentSucceededEvent": {
    "properties": {
      "type": {"enum":["checkout.session.async_payment_succeeded"]},
      "data": {"$ref":"#/$defs/CheckoutSessionAsyncPaymentSucceededEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "CheckoutSessionAsyncPaymentSucceededEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Session"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "CheckoutSessionCompletedEvent": {
    "properties": {
      "type": {"enum":["checkout.session.completed"]},
      "data": {"$ref":"#/$defs/CheckoutSessionCompletedEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "CheckoutSessionCompletedEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Session"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "CheckoutSessionExpiredEvent": {
    "properties": {
      "type": {"enum":["checkout.session.expired"]},
      "data": {"$ref":"#/$defs/CheckoutSessionExpiredEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "CheckoutSessionExpiredEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Session"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "Customer": {
    "properties": {
      "id": {"type":"string"},
      "object": {"enum":["customer"]},
      "address": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Address"}]},
      "balance": {"type":"number"},
      "business_name": {"type":"string"},
      "cash_balance": {"type":"null"},
      "created": {"type":"number"},
      "currency": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_account": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "default_source": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "delinquent": {"anyOf":[{"type":"null"},{"type":"boolean"}]},
      "description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "discount": {"type":"null"},
      "email": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "individual_name": {"type":"string"},
      "invoice_credit_balance": {"type":"object","additionalProperties":{"type":"number"}},
      "invoice_prefix": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "invoice_settings": {"$ref":"#/$defs/Customer.InvoiceSettings"},
      "livemode": {"type":"boolean"},
      "metadata": {"$ref":"#/$defs/Metadata"},
      "name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "next_invoice_sequence": {"type":"number"},
      "phone": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "preferred_locales": {"anyOf":[{"type":"null"},{"type":"array","items":{"type":"string"}}]},
      "shipping": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Customer.Shipping"}]},
      "sources": {"type":"object","properties":{"object":{"enum":["list"]},"data":{"type":"array","items":{"not":{}}},"has_more":{"type":"boolean"},"url":{"type":"string"}},"required":["object","data","has_more","url"],"additionalProperties":false},
      "subscriptions": {"type":"object","properties":{"object":{"enum":["list"]},"data":{"type":"array","items":{"not":{}}},"has_more":{"type":"boolean"},"url":{"type":"string"}},"required":["object","data","has_more","url"],"additionalProperties":false},
      "tax": {"$ref":"#/$defs/Customer.Tax"},
      "tax_exempt": {"anyOf":[{"enum":["exempt","none","reverse"]},{"type":"null"}]},
      "tax_ids": {"type":"object","properties":{"object":{"enum":["list"]},"data":{"type":"array","items":{"not":{}}},"has_more":{"type":"boolean"},"url":{"type":"string"}},"required":["object","data","has_more","url"],"additionalProperties":false},
      "test_clock": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["id","object","balance","created","default_source","description","email","invoice_settings","livemode","metadata","shipping"],"additionalProperties":false},
  "Customer.InvoiceSettings": {
    "properties": {
      "custom_fields": {"anyOf":[{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/Customer.InvoiceSettings.CustomField"}}]},
      "default_payment_method": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "footer": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "rendering_options": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Customer.InvoiceSettings.RenderingOptions"}]},
    },
    "type":"object","required":["custom_fields","default_payment_method","footer","rendering_options"],"additionalProperties":false},
  "Customer.InvoiceSettings.CustomField": {
    "properties": {
      "name": {"type":"string"},
      "value": {"type":"string"},
    },
    "type":"object","required":["name","value"],"additionalProperties":false},
  "Customer.InvoiceSettings.RenderingOptions": {
    "properties": {
      "amount_tax_display": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "template": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["amount_tax_display","template"],"additionalProperties":false},
  "Customer.Shipping": {
    "properties": {
      "address": {"$ref":"#/$defs/Address"},
      "carrier": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "name": {"type":"string"},
      "phone": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "tracking_number": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "Customer.Tax": {
    "properties": {
      "automatic_tax": {"enum":["failed","not_collecting","supported","unrecognized_location"]},
      "ip_address": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "location": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Customer.Tax.Location"}]},
      "provider": {"enum":["anrok","avalara","sphere","stripe"]},
    },
    "type":"object","required":["automatic_tax","ip_address","location","provider"],"additionalProperties":false},
  "Customer.Tax.Location": {
    "properties": {
      "country": {"type":"string"},
      "source": {"enum":["billing_address","ip_address","payment_method","shipping_destination"]},
      "state": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["country","source","state"],"additionalProperties":false},
  "CustomerCreateParams": {
    "properties": {
      "address": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/AddressParam"}]},
      "balance": {"type":"number"},
      "business_name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "cash_balance": {"$ref":"#/$defs/CustomerCreateParams.CashBalance"},
      "description": {"type":"string"},
      "email": {"type":"string"},
      "expand": {"type":"array","items":{"type":"string"}},
      "individual_name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "invoice_prefix": {"type":"string"},
      "invoice_settings": {"$ref":"#/$defs/CustomerCreateParams.InvoiceSettings"},
      "metadata": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/MetadataParam"}]},
      "name": {"type":"string"},
      "next_invoice_sequence": {"type":"number"},
      "payment_method": {"type":"string"},
      "phone": {"type":"string"},
      "preferred_locales": {"type":"array","items":{"type":"string"}},
      "shipping": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/CustomerCreateParams.Shipping"}]},
      "source": {"type":"string"},
      "tax": {"$ref":"#/$defs/CustomerCreateParams.Tax"},
      "tax_exempt": {"anyOf":[{"enum":["","exempt","none","reverse"]},{"type":"null"}]},
      "tax_id_data": {"type":"array","items":{"$ref":"#/$defs/CustomerCreateParams.TaxIdDatum"}},
      "test_clock": {"type":"string"},
      "validate": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "CustomerCreateParams.CashBalance": {
    "properties": {
      "settings": {"$ref":"#/$defs/CustomerCreateParams.CashBalance.Settings"},
    },
    "type":"object","additionalProperties":false},
  "CustomerCreateParams.CashBalance.Settings": {
    "properties": {
      "reconciliation_mode": {"enum":["automatic","manual","merchant_default"]},
    },
    "type":"object","additionalProperties":false},
  "CustomerCreateParams.InvoiceSettings": {
    "properties": {
      "custom_fields": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/CustomerCreateParams.InvoiceSettings.CustomField"}}]},
      "default_payment_method": {"type":"string"},
      "footer": {"type":"string"},
      "rendering_options": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/CustomerCreateParams.InvoiceSettings.RenderingOptions"}]},
    },
    "type":"object","additionalProperties":false},
  "CustomerCreateParams.InvoiceSettings.CustomField": {
    "properties": {
      "name": {"type":"string"},
      "value": {"type":"string"},
    },
    "type":"object","required":["name","value"],"additionalProperties":false},
  "CustomerCreateParams.InvoiceSettings.RenderingOptions": {
    "properties": {
      "amount_tax_display": {"anyOf":[{"enum":["","exclude_tax","include_inclusive_tax"]},{"type":"null"}]},
      "template": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "CustomerCreateParams.Shipping": {
    "properties": {
      "address": {"$ref":"#/$defs/AddressParam"},
      "name": {"type":"string"},
      "phone": {"type":"string"},
    },
    "type":"object","required":["address","name"],"additionalProperties":false},
  "CustomerCreateParams.Tax": {
    "properties": {
      "ip_address": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "validate_location": {"enum":["deferred","immediately"]},
    },
    "type":"object","additionalProperties":false},
  "CustomerCreateParams.TaxIdDatum": {
    "properties": {
      "type": {"enum":["ad_nrt","ae_trn","al_tin","am_tin","ao_tin","ar_cuit","au_abn","au_acn","au_arn","au_wpn","aw_tin","az_tin","ba_tin","bb_tin","bd_bin","bf_ifu","bg_uic","bh_vat","bj_ifu","bo_tin","br_cnpj","br_cpf","bs_tin","bw_vat","by_tin","ca_bn","ca_gst_hst","ca_pst_bc","ca_pst_mb","ca_pst_sk","ca_qst","cd_nif","ch_uid","ch_vat","ci_vat","cl_tin","cm_niu","cn_tin","co_nit","cr_tin","cv_nif","cz_dic","de_stn","do_rcn","ec_ruc","eg_tin","es_cif","et_tin","eu_oss_vat","eu_vat","fo_vat","fr_siren","fr_siret","fr_spi","gb_vat","ge_vat","gh_tin","gi_tin","gn_nif","hk_br","hr_oib","hu_tin","ic_nif","id_npwp","il_vat","in_gst","is_kt","is_vat","it_cf","jp_cn","jp_rn","jp_trn","ke_pin","kg_tin","kh_tin","kr_brn","kz_bin","la_tin","li_uid","li_vat","lk_vat","ma_vat","md_cf","md_vat","me_pib","mk_vat","mr_nif","mu_vat","mx_rfc","my_frp","my_itn","my_sst","mz_nuit","ng_tin","no_vat","no_voec","np_pan","nz_bn","nz_gst","om_vat","pe_ruc","ph_tin","pl_nip","pt_nif","py_ruc","ro_tin","rs_pib","ru_inn","ru_kpp","sa_vat","sg_gst","sg_uen","si_tin","sm_coe","sn_ninea","sr_fin","sv_nit","th_vat","tj_tin","tr_tin","tt_bir","tt_vat","tw_vat","tz_vat","ua_vat","ug_tin","us_ein","uy_ruc","uz_tin","uz_vat","ve_rif","vn_tin","za_vat","zm_tin","zw_tin"]},
      "value": {"type":"string"},
    },
    "type":"object","required":["type","value"],"additionalProperties":false},
  "CustomerListParams": {
    "properties": {
      "created": {"anyOf":[{"type":"number"},{"$ref":"#/$defs/RangeQueryParam"}]},
      "email": {"type":"string"},
      "expand": {"type":"array","items":{"type":"string"}},
      "test_clock": {"type":"string"},
      "ending_before": {"type":"string"},
      "limit": {"type":"number"},
      "starting_after": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "CustomerRetrieveParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "CustomerUpdateParams": {
    "properties": {
      "address": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/AddressParam"}]},
      "balance": {"type":"number"},
      "business_name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "cash_balance": {"$ref":"#/$defs/CustomerUpdateParams.CashBalance"},
      "default_source": {"type":"string"},
      "description": {"type":"string"},
      "email": {"type":"string"},
      "expand": {"type":"array","items":{"type":"string"}},
      "individual_name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "invoice_prefix": {"type":"string"},
      "invoice_settings": {"$ref":"#/$defs/CustomerUpdateParams.InvoiceSettings"},
      "metadata": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/MetadataParam"}]},
      "name": {"type":"string"},
      "next_invoice_sequence": {"type":"number"},
      "phone": {"type":"string"},
      "preferred_locales": {"type":"array","items":{"type":"string"}},
      "shipping": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/CustomerUpdateParams.Shipping"}]},
      "source": {"type":"string"},
      "tax": {"$ref":"#/$defs/CustomerUpdateParams.Tax"},
      "tax_exempt": {"anyOf":[{"enum":["","exempt","none","reverse"]},{"type":"null"}]},
      "validate": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "CustomerUpdateParams.CashBalance": {
    "properties": {
      "settings": {"$ref":"#/$defs/CustomerUpdateParams.CashBalance.Settings"},
    },
    "type":"object","additionalProperties":false},
  "CustomerUpdateParams.CashBalance.Settings": {
    "properties": {
      "reconciliation_mode": {"enum":["automatic","manual","merchant_default"]},
    },
    "type":"object","additionalProperties":false},
  "CustomerUpdateParams.InvoiceSettings": {
    "properties": {
      "custom_fields": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/CustomerUpdateParams.InvoiceSettings.CustomField"}}]},
      "default_payment_method": {"type":"string"},
      "footer": {"type":"string"},
      "rendering_options": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/CustomerUpdateParams.InvoiceSettings.RenderingOptions"}]},
    },
    "type":"object","additionalProperties":false},
  "CustomerUpdateParams.InvoiceSettings.CustomField": {
    "properties": {
      "name": {"type":"string"},
      "value": {"type":"string"},
    },
    "type":"object","required":["name","value"],"additionalProperties":false},
  "CustomerUpdateParams.InvoiceSettings.RenderingOptions": {
    "properties": {
      "amount_tax_display": {"anyOf":[{"enum":["","exclude_tax","include_inclusive_tax"]},{"type":"null"}]},
      "template": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "CustomerUpdateParams.Shipping": {
    "properties": {
      "address": {"$ref":"#/$defs/AddressParam"},
      "name": {"type":"string"},
      "phone": {"type":"string"},
    },
    "type":"object","required":["address","name"],"additionalProperties":false},
  "CustomerUpdateParams.Tax": {
    "properties": {
      "ip_address": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "validate_location": {"enum":["auto","deferred","immediately"]},
    },
    "type":"object","additionalProperties":false},
  "Dispute": {
    "properties": {
      "id": {"type":"string"},
      "object": {"enum":["dispute"]},
      "amount": {"type":"number"},
      "balance_transactions": {"type":"array","items":{"$ref":"#/$defs/BalanceTransaction"}},
      "charge": {"anyOf":[{"type":"string"},{"$ref":"#/$defs/Charge"}]},
      "created": {"type":"number"},
      "currency": {"type":"string"},
      "enhanced_eligibility_types": {"type":"array","items":{"enum":["mastercard_compliance","visa_compelling_evidence_3","visa_compliance"]}},
      "evidence": {"$ref":"#/$defs/Dispute.Evidence"},
      "evidence_details": {"$ref":"#/$defs/Dispute.EvidenceDetails"},
      "intended_submission_method": {"anyOf":[{"enum":["manual","prefer_manual","prefer_smart_disputes","smart_disputes"]},{"type":"null"}]},
      "is_charge_refundable": {"type":"boolean"},
      "livemode": {"type":"boolean"},
      "metadata": {"$ref":"#/$defs/Metadata"},
      "network_reason_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "payment_intent": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/PaymentIntent"}]},
      "payment_method_details": {"$ref":"#/$defs/Dispute.PaymentMethodDetails"},
      "reason": {"type":"string"},
      "status": {"enum":["appeal_needs_response","appeal_under_review","lost","needs_response","prevented","under_review","warning_closed","warning_needs_response","warning_under_review","won"]},
    },
    "type":"object","required":["id","object","amount","balance_transactions","charge","created","currency","enhanced_eligibility_types","evidence","evidence_details","intended_submission_method","is_charge_refundable","livemode","metadata","payment_intent","reason","status"],"additionalProperties":false},
  "Dispute.Evidence": {
    "properties": {
      "access_activity_log": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "appeal": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Dispute.Evidence.Appeal"}]},
      "billing_address": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "cancellation_policy": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "cancellation_policy_disclosure": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "cancellation_rebuttal": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_communication": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_email_address": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_purchase_ip": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_signature": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "duplicate_charge_documentation": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "duplicate_charge_explanation": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "duplicate_charge_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "enhanced_evidence": {"$ref":"#/$defs/Dispute.Evidence.EnhancedEvidence"},
      "product_description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "receipt": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "refund_policy": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "refund_policy_disclosure": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "refund_refusal_explanation": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "service_date": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "service_documentation": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_address": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_carrier": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_date": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_documentation": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_tracking_number": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "uncategorized_file": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "uncategorized_text": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["access_activity_log","billing_address","cancellation_policy","cancellation_policy_disclosure","cancellation_rebuttal","customer_communication","customer_email_address","customer_name","customer_purchase_ip","customer_signature","duplicate_charge_documentation","duplicate_charge_explanation","duplicate_charge_id","enhanced_evidence","product_description","receipt","refund_policy","refund_policy_disclosure","refund_refusal_explanation","service_date","service_documentation","shipping_address","shipping_carrier","shipping_date","shipping_documentation","shipping_tracking_number","uncategorized_file","uncategorized_text"],"additionalProperties":false},
  "Dispute.Evidence.Appeal": {
    "properties": {
      "card": {"$ref":"#/$defs/Dispute.Evidence.Appeal.Card"},
    },
    "type":"object","additionalProperties":false},
  "Dispute.Evidence.Appeal.Card": {
    "properties": {
      "reason_for_filing": {"type":"string"},
      "supporting_files": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "Dispute.Evidence.EnhancedEvidence": {
    "properties": {
      "mastercard_compliance": {"$ref":"#/$defs/Dispute.Evidence.EnhancedEvidence.MastercardCompliance"},
      "visa_compelling_evidence_3": {"$ref":"#/$defs/Dispute.Evidence.EnhancedEvidence.VisaCompellingEvidence3"},
      "visa_compliance": {"$ref":"#/$defs/Dispute.Evidence.EnhancedEvidence.VisaCompliance"},
    },
    "type":"object","additionalProperties":false},
  "Dispute.Evidence.EnhancedEvidence.MastercardCompliance": {
    "properties": {
      "fee_acknowledged": {"type":"boolean"},
    },
    "type":"object","required":["fee_acknowledged"],"additionalProperties":false},
  "Dispute.Evidence.EnhancedEvidence.VisaCompellingEvidence3": {
    "properties": {
      "disputed_transaction": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Dispute.Evidence.EnhancedEvidence.VisaCompellingEvidence3.DisputedTransaction"}]},
      "prior_undisputed_transactions": {"type":"array","items":{"$ref":"#/$defs/Dispute.Evidence.EnhancedEvidence.VisaCompellingEvidence3.PriorUndisputedTransaction"}},
    },
    "type":"object","required":["disputed_transaction","prior_undisputed_transactions"],"additionalProperties":false},
  "Dispute.Evidence.EnhancedEvidence.VisaCompellingEvidence3.DisputedTransaction": {
    "properties": {
      "customer_account_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_device_fingerprint": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_device_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_email_address": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_purchase_ip": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "merchandise_or_services": {"anyOf":[{"enum":["merchandise","services"]},{"type":"null"}]},
      "product_description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_address": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Address"}]},
    },
    "type":"object","required":["customer_account_id","customer_device_fingerprint","customer_device_id","customer_email_address","customer_purchase_ip","merchandise_or_services","product_description","shipping_address"],"additionalProperties":false},
  "Dispute.Evidence.EnhancedEvidence.VisaCompellingEvidence3.PriorUndisputedTransaction": {
    "properties": {
      "charge": {"type":"string"},
      "customer_account_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_device_fingerprint": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_device_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_email_address": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_purchase_ip": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "product_description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_address": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Address"}]},
    },
    "type":"object","required":["charge","customer_account_id","customer_device_fingerprint","customer_device_id","customer_email_address","customer_purchase_ip","product_description","shipping_address"],"additionalProperties":false},
  "Dispute.Evidence.EnhancedEvidence.VisaCompliance": {
    "properties": {
      "fee_acknowledged": {"type":"boolean"},
    },
    "type":"object","required":["fee_acknowledged"],"additionalProperties":false},
  "Dispute.EvidenceDetails": {
    "properties": {
      "due_by": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "enhanced_eligibility": {"$ref":"#/$defs/Dispute.EvidenceDetails.EnhancedEligibility"},
      "has_evidence": {"type":"boolean"},
      "past_due": {"type":"boolean"},
      "submission_count": {"type":"number"},
      "submission_method": {"enum":["manual","not_submitted","smart_disputes"]},
    },
    "type":"object","required":["due_by","enhanced_eligibility","has_evidence","past_due","submission_count","submission_method"],"additionalProperties":false},
  "Dispute.EvidenceDetails.EnhancedEligibility": {
    "properties": {
      "mastercard_compliance": {"$ref":"#/$defs/Dispute.EvidenceDetails.EnhancedEligibility.MastercardCompliance"},
      "visa_compelling_evidence_3": {"$ref":"#/$defs/Dispute.EvidenceDetails.EnhancedEligibility.VisaCompellingEvidence3"},
      "visa_compliance": {"$ref":"#/$defs/Dispute.EvidenceDetails.EnhancedEligibility.VisaCompliance"},
    },
    "type":"object","additionalProperties":false},
  "Dispute.EvidenceDetails.EnhancedEligibility.MastercardCompliance": {
    "properties": {
      "status": {"enum":["fee_acknowledged","requires_fee_acknowledgement"]},
    },
    "type":"object","required":["status"],"additionalProperties":false},
  "Dispute.EvidenceDetails.EnhancedEligibility.VisaCompellingEvidence3": {
    "properties": {
      "required_actions": {"type":"array","items":{"enum":["missing_customer_identifiers","missing_disputed_transaction_description","missing_merchandise_or_services","missing_prior_undisputed_transaction_description","missing_prior_undisputed_transactions"]}},
      "status": {"enum":["not_qualified","qualified","requires_action"]},
    },
    "type":"object","required":["required_actions","status"],"additionalProperties":false},
  "Dispute.EvidenceDetails.EnhancedEligibility.VisaCompliance": {
    "properties": {
      "status": {"enum":["fee_acknowledged","requires_fee_acknowledgement"]},
    },
    "type":"object","required":["status"],"additionalProperties":false},
  "Dispute.PaymentMethodDetails": {
    "properties": {
      "card": {"$ref":"#/$defs/Dispute.PaymentMethodDetails.Card"},
      "type": {"enum":["amazon_pay","card","klarna","paypal"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Dispute.PaymentMethodDetails.Card": {
    "properties": {
      "brand": {"type":"string"},
      "case_type": {"enum":["block","chargeback","compliance","inquiry","resolution"]},
      "network": {"type":"string"},
      "network_reason_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["brand","case_type","network","network_reason_code"],"additionalProperties":false},
  "DisputeCloseParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "DisputeListParams": {
    "properties": {
      "charge": {"type":"string"},
      "created": {"anyOf":[{"type":"number"},{"$ref":"#/$defs/RangeQueryParam"}]},
      "expand": {"type":"array","items":{"type":"string"}},
      "payment_intent": {"type":"string"},
      "ending_before": {"type":"string"},
      "limit": {"type":"number"},
      "starting_after": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "DisputeRetrieveParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "DisputeUpdateParams": {
    "properties": {
      "evidence": {"$ref":"#/$defs/DisputeUpdateParams.Evidence"},
      "expand": {"type":"array","items":{"type":"string"}},
      "intended_submission_method": {"enum":["manual","prefer_manual","prefer_smart_disputes","smart_disputes"]},
      "metadata": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/MetadataParam"}]},
      "submit": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "DisputeUpdateParams.Evidence": {
    "properties": {
      "access_activity_log": {"type":"string"},
      "appeal": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/DisputeUpdateParams.Evidence.Appeal"}]},
      "billing_address": {"type":"string"},
      "cancellation_policy": {"type":"string"},
      "cancellation_policy_disclosure": {"type":"string"},
      "cancellation_rebuttal": {"type":"string"},
      "customer_communication": {"type":"string"},
      "customer_email_address": {"type":"string"},
      "customer_name": {"type":"string"},
      "customer_purchase_ip": {"type":"string"},
      "customer_signature": {"type":"string"},
      "duplicate_charge_documentation": {"type":"string"},
      "duplicate_charge_explanation": {"type":"string"},
      "duplicate_charge_id": {"type":"string"},
      "enhanced_evidence": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/DisputeUpdateParams.Evidence.EnhancedEvidence"}]},
      "product_description": {"type":"string"},
      "receipt": {"type":"string"},
      "refund_policy": {"type":"string"},
      "refund_policy_disclosure": {"type":"string"},
      "refund_refusal_explanation": {"type":"string"},
      "service_date": {"type":"string"},
      "service_documentation": {"type":"string"},
      "shipping_address": {"type":"string"},
      "shipping_carrier": {"type":"string"},
      "shipping_date": {"type":"string"},
      "shipping_documentation": {"type":"string"},
      "shipping_tracking_number": {"type":"string"},
      "uncategorized_file": {"type":"string"},
      "uncategorized_text": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "DisputeUpdateParams.Evidence.Appeal": {
    "properties": {
      "card": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/DisputeUpdateParams.Evidence.Appeal.Card"}]},
    },
    "type":"object","additionalProperties":false},
  "DisputeUpdateParams.Evidence.Appeal.Card": {
    "properties": {
      "reason_for_filing": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "supporting_files": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"type":"string"}}]},
    },
    "type":"object","additionalProperties":false},
  "DisputeUpdateParams.Evidence.EnhancedEvidence": {
    "properties": {
      "mastercard_compliance": {"$ref":"#/$defs/DisputeUpdateParams.Evidence.EnhancedEvidence.MastercardCompliance"},
      "visa_compelling_evidence_3": {"$ref":"#/$defs/DisputeUpdateParams.Evidence.EnhancedEvidence.VisaCompellingEvidence3"},
      "visa_compliance": {"$ref":"#/$defs/DisputeUpdateParams.Evidence.EnhancedEvidence.VisaCompliance"},
    },
    "type":"object","additionalProperties":false},
  "DisputeUpdateParams.Evidence.EnhancedEvidence.MastercardCompliance": {
    "properties": {
      "fee_acknowledged": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "DisputeUpdateParams.Evidence.EnhancedEvidence.VisaCompellingEvidence3": {
    "properties": {
      "disputed_transaction": {"$ref":"#/$defs/DisputeUpdateParams.Evidence.EnhancedEvidence.VisaCompellingEvidence3.DisputedTransaction"},
      "prior_undisputed_transactions": {"type":"array","items":{"$ref":"#/$defs/DisputeUpdateParams.Evidence.EnhancedEvidence.VisaCompellingEvidence3.PriorUndisputedTransaction"}},
    },
    "type":"object","additionalProperties":false},
  "DisputeUpdateParams.Evidence.EnhancedEvidence.VisaCompellingEvidence3.DisputedTransaction": {
    "properties": {
      "customer_account_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_device_fingerprint": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_device_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_email_address": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_purchase_ip": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "merchandise_or_services": {"enum":["merchandise","services"]},
      "product_description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_address": {"$ref":"#/$defs/AddressParam"},
    },
    "type":"object","additionalProperties":false},
  "DisputeUpdateParams.Evidence.EnhancedEvidence.VisaCompellingEvidence3.PriorUndisputedTransaction": {
    "properties": {
      "charge": {"type":"string"},
      "customer_account_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_device_fingerprint": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_device_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_email_address": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_purchase_ip": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "product_description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_address": {"$ref":"#/$defs/AddressParam"},
    },
    "type":"object","required":["charge"],"additionalProperties":false},
  "DisputeUpdateParams.Evidence.EnhancedEvidence.VisaCompliance": {
    "properties": {
      "fee_acknowledged": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "Event.Request": {
    "properties": {
      "id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "idempotency_key": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["id","idempotency_key"],"additionalProperties":false},
  "FeeRefund": {
    "properties": {
      "id": {"type":"string"},
      "object": {"enum":["fee_refund"]},
      "amount": {"type":"number"},
      "balance_transaction": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/BalanceTransaction"}]},
      "created": {"type":"number"},
      "currency": {"type":"string"},
      "fee": {"anyOf":[{"type":"string"},{"$ref":"#/$defs/ApplicationFee"}]},
      "metadata": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Metadata"}]},
    },
    "type":"object","required":["id","object","amount","balance_transaction","created","currency","fee","metadata"],"additionalProperties":false},
  "LineItem": {
    "properties": {
      "id": {"type":"string"},
      "object": {"enum":["item"]},
      "adjustable_quantity": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/LineItem.AdjustableQuantity"}]},
      "amount_discount": {"type":"number"},
      "amount_subtotal": {"type":"number"},
      "amount_tax": {"type":"number"},
      "amount_total": {"type":"number"},
      "currency": {"type":"string"},
      "description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "discounts": {"type":"array","items":{"$ref":"#/$defs/LineItem.Discount"}},
      "metadata": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Metadata"}]},
      "price": {"type":"null"},
      "quantity": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "taxes": {"type":"array","items":{"$ref":"#/$defs/LineItem.Tax"}},
    },
    "type":"object","required":["id","object","adjustable_quantity","amount_discount","amount_subtotal","amount_tax","amount_total","currency","description","metadata","price","quantity"],"additionalProperties":false},
  "LineItem.AdjustableQuantity": {
    "properties": {
      "enabled": {"type":"boolean"},
      "maximum": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "minimum": {"anyOf":[{"type":"null"},{"type":"number"}]},
    },
    "type":"object","required":["enabled","maximum","minimum"],"additionalProperties":false},
  "LineItem.Discount": {
    "properties": {
      "amount": {"type":"number"},
      "discount": {"not":{}},
    },
    "type":"object","required":["amount","discount"],"additionalProperties":false},
  "LineItem.Tax": {
    "properties": {
      "amount": {"type":"number"},
      "rate": {"not":{}},
      "taxability_reason": {"anyOf":[{"enum":["customer_exempt","not_collecting","not_subject_to_tax","not_supported","portion_product_exempt","portion_reduced_rated","portion_standard_rated","product_exempt","product_exempt_holiday","proportionally_rated","reduced_rated","reverse_charge","standard_rated","taxable_basis_reduced","zero_rated"]},{"type":"null"}]},
      "taxable_amount": {"anyOf":[{"type":"null"},{"type":"number"}]},
    },
    "type":"object","required":["amount","rate","taxability_reason","taxable_amount"],"additionalProperties":false},
  "Metadata": {"type":"object","additionalProperties":{"type":"string"}},
  "MetadataParam": {"type":"object","additionalProperties":{"anyOf":[{"type":"null"},{"type":"string"},{"type":"number"}]}},
  "PaymentIntent": {
    "properties": {
      "id": {"type":"string"},
      "object": {"enum":["payment_intent"]},
      "allowed_payment_method_types": {"anyOf":[{"type":"null"},{"type":"array","items":{"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boku_promptpay","boleto","capchase_pay","card","card_present","cashapp","check_scan","click_to_pay","crypto","customer_balance","demo_pay","duitnow","dummy_auth_push","dummy_passthrough_card","edenred","eps","fpx","gcash","getbalance","gift_card","giropay","gopay","grabpay","id_bank_transfer","ideal","interac_present","kakao_pay","klarna","knet","konbini","kr_card","kr_market","kriya","link","mb_way","mobilepay","momo","mondu","multibanco","naver_pay","netbanking","ng_bank","ng_bank_transfer","ng_card","ng_market","ng_ussd","ng_wallet","nz_bank_account","octopus","oxxo","p24","paper_check","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","qris","rechnung","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","shop_pay","shopeepay","sofort","south_korea_market","stripe_balance","sunbit","swish","tamara","test_pay","touch_n_go","truemoney","twint","upi","us_bank_account","us_cash_voucher","vipps","wechat_pay","wero","zip"]}}]},
      "amount": {"type":"number"},
      "amount_capturable": {"type":"number"},
      "amount_details": {"$ref":"#/$defs/PaymentIntent.AmountDetails"},
      "amount_received": {"type":"number"},
      "application": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "application_fee_amount": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "automatic_payment_methods": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/PaymentIntent.AutomaticPaymentMethods"}]},
      "canceled_at": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "cancellation_reason": {"anyOf":[{"enum":["abandoned","automatic","duplicate","expired","failed_invoice","fraudulent","requested_by_customer","void_invoice"]},{"type":"null"}]},
      "capture_method": {"enum":["automatic","automatic_async","manual"]},
      "client_secret": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "confirmation_method": {"enum":["automatic","manual"]},
      "created": {"type":"number"},
      "currency": {"type":"string"},
      "customer": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/Customer"}]},
      "customer_account": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "excluded_payment_method_types": {"anyOf":[{"type":"null"},{"type":"array","items":{"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boleto","card","cashapp","crypto","customer_balance","eps","fpx","giropay","grabpay","ideal","kakao_pay","klarna","konbini","kr_card","mb_way","mobilepay","multibanco","naver_pay","nz_bank_account","oxxo","p24","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","sofort","sunbit","swish","twint","upi","us_bank_account","wechat_pay","zip"]}}]},
      "hooks": {"$ref":"#/$defs/PaymentIntent.Hooks"},
      "last_payment_error": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/PaymentIntent.LastPaymentError"}]},
      "latest_charge": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/Charge"}]},
      "livemode": {"type":"boolean"},
      "managed_payments": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/PaymentIntent.ManagedPayments"}]},
      "metadata": {"$ref":"#/$defs/Metadata"},
      "next_action": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/PaymentIntent.NextAction"}]},
      "on_behalf_of": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "payment_details": {"$ref":"#/$defs/PaymentIntent.PaymentDetails"},
      "payment_method": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "payment_method_configuration_details": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/PaymentIntent.PaymentMethodConfigurationDetails"}]},
      "payment_method_options": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/PaymentIntent.PaymentMethodOptions"}]},
      "payment_method_types": {"type":"array","items":{"type":"string"}},
      "payment_record": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "presentment_details": {"$ref":"#/$defs/PaymentIntent.PresentmentDetails"},
      "processing": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/PaymentIntent.Processing"}]},
      "receipt_email": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "review": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "setup_future_usage": {"anyOf":[{"enum":["off_session","on_session"]},{"type":"null"}]},
      "shipping": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/PaymentIntent.Shipping"}]},
      "source": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "statement_descriptor": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "statement_descriptor_suffix": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "status": {"enum":["canceled","processing","requires_action","requires_capture","requires_confirmation","requires_payment_method","succeeded"]},
      "transfer_data": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/PaymentIntent.TransferData"}]},
      "transfer_group": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["id","object","allowed_payment_method_types","amount","amount_capturable","amount_received","application","application_fee_amount","automatic_payment_methods","canceled_at","cancellation_reason","capture_method","client_secret","confirmation_method","created","currency","customer","customer_account","description","excluded_payment_method_types","last_payment_error","latest_charge","livemode","managed_payments","metadata","next_action","on_behalf_of","payment_method","payment_method_configuration_details","payment_method_options","payment_method_types","payment_record","processing","receipt_email","review","setup_future_usage","shipping","source","statement_descriptor","statement_descriptor_suffix","status","transfer_group"],"additionalProperties":false},
  "PaymentIntent.AmountDetails": {
    "properties": {
      "discount_amount": {"type":"number"},
      "error": {"$ref":"#/$defs/PaymentIntent.AmountDetails.Error"},
      "line_items": {"type":"object","properties":{"object":{"enum":["list"]},"data":{"type":"array","items":{"not":{}}},"has_more":{"type":"boolean"},"url":{"type":"string"}},"required":["object","data","has_more","url"],"additionalProperties":false},
      "shipping": {"$ref":"#/$defs/PaymentIntent.AmountDetails.Shipping"},
      "tax": {"$ref":"#/$defs/PaymentIntent.AmountDetails.Tax"},
      "tip": {"$ref":"#/$defs/PaymentIntent.AmountDetails.Tip"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntent.AmountDetails.Error": {
    "properties": {
      "code": {"anyOf":[{"enum":["amount_details_amount_mismatch","amount_details_tax_shipping_discount_greater_than_amount"]},{"type":"null"}]},
      "message": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["code","message"],"additionalProperties":false},
  "PaymentIntent.AmountDetails.Shipping": {
    "properties": {
      "amount": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "from_postal_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "to_postal_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["amount","from_postal_code","to_postal_code"],"additionalProperties":false},
  "PaymentIntent.AmountDetails.Tax": {
    "properties": {
      "total_tax_amount": {"anyOf":[{"type":"null"},{"type":"number"}]},
    },
    "type":"object","required":["total_tax_amount"],"additionalProperties":false},
  "PaymentIntent.AmountDetails.Tip": {
    "properties": {
      "amount": {"type":"number"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntent.AutomaticPaymentMethods": {
    "properties": {
      "allow_redirects": {"enum":["always","never"]},
      "enabled": {"type":"boolean"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "PaymentIntent.Hooks": {
    "properties": {
      "inputs": {"$ref":"#/$defs/PaymentIntent.Hooks.Inputs"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntent.Hooks.Inputs": {
    "properties": {
      "tax": {"$ref":"#/$defs/PaymentIntent.Hooks.Inputs.Tax"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntent.Hooks.Inputs.Tax": {
    "properties": {
      "calculation": {"type":"string"},
    },
    "type":"object","required":["calculation"],"additionalProperties":false},
  "PaymentIntent.LastPaymentError": {
    "properties": {
      "advice_code": {"type":"string"},
      "charge": {"type":"string"},
      "code": {"enum":["account_closed","account_country_invalid_address","account_error_country_change_requires_additional_steps","account_information_mismatch","account_invalid","account_number_invalid","account_token_required_for_v2_account","acss_debit_session_incomplete","action_blocked","alipay_upgrade_required","amount_too_large","amount_too_small","anomalous_money_movement_request","api_key_expired","application_fees_not_allowed","approval_required","authentication_failure","authentication_required","balance_insufficient","balance_invalid_parameter","bank_account_bad_routing_numbers","bank_account_declined","bank_account_exists","bank_account_restricted","bank_account_unusable","bank_account_unverified","bank_account_verification_failed","billing_invalid_mandate","bitcoin_upgrade_required","capability_not_active","capture_charge_authorization_expired","capture_unauthorized_payment","card_decline_rate_limit_exceeded","card_declined","cardholder_phone_number_required","charge_already_captured","charge_already_refunded","charge_disputed","charge_exceeds_source_limit","charge_exceeds_transaction_limit","charge_expired_for_capture","charge_invalid_parameter","charge_not_refundable","clearing_code_unsupported","country_code_invalid","country_unsupported","coupon_expired","customer_max_payment_methods","customer_max_subscriptions","customer_session_expired","customer_tax_location_invalid","debit_not_authorized","dispute_evidence_page_limit_exceeded","email_invalid","expired_card","expired_payment_method","failed_tax_calculation","financial_account_balance_does_not_support_currency","financial_account_capability_not_enabled","financial_account_capability_restricted","financial_connections_account_inactive","financial_connections_account_pending_account_numbers","financial_connections_account_unavailable_account_numbers","financial_connections_consent_locale_invalid","financial_connections_consent_locale_unsupported","financial_connections_no_successful_transaction_refresh","forwarding_api_inactive","forwarding_api_invalid_parameter","forwarding_api_retryable_upstream_error","forwarding_api_upstream_connection_error","forwarding_api_upstream_connection_timeout","forwarding_api_upstream_error","idempotency_key_in_use","incorrect_address","incorrect_cvc","incorrect_number","incorrect_postal_code","incorrect_zip","india_recurring_payment_mandate_canceled","instant_payouts_config_disabled","instant_payouts_currency_disabled","instant_payouts_limit_exceeded","instant_payouts_unsupported","insufficient_funds","intent_invalid_state","intent_verification_method_missing","invalid_canceled_subscription_fields","invalid_card_type","invalid_characters","invalid_charge_amount","invalid_cvc","invalid_expiry_month","invalid_expiry_year","invalid_mandate_reference_prefix_format","invalid_number","invalid_source_usage","invalid_tax_location","invoice_no_customer_line_items","invoice_no_payment_method_types","invoice_no_subscription_line_items","invoice_not_editable","invoice_on_behalf_of_not_editable","invoice_payment_intent_requires_action","invoice_upcoming_none","livemode_mismatch","lock_timeout","missing","no_account","not_allowed_on_standard_account","out_of_inventory","ownership_declaration_not_allowed","parameter_invalid_empty","parameter_invalid_integer","parameter_invalid_string_blank","parameter_invalid_string_empty","parameter_missing","parameter_unknown","parameters_exclusive","payment_evaluation_on_api_version_not_supported","payment_intent_action_required","payment_intent_authentication_failure","payment_intent_incompatible_payment_method","payment_intent_invalid_parameter","payment_intent_konbini_rejected_confirmation_number","payment_intent_mandate_invalid","payment_intent_payment_attempt_expired","payment_intent_payment_attempt_failed","payment_intent_rate_limit_exceeded","payment_intent_unexpected_state","payment_method_bank_account_already_verified","payment_method_bank_account_blocked","payment_method_billing_details_address_missing","payment_method_configuration_failures","payment_method_currency_mismatch","payment_method_customer_decline","payment_method_invalid_parameter","payment_method_invalid_parameter_testmode","payment_method_microdeposit_failed","payment_method_microdeposit_processing_error","payment_method_microdeposit_verification_amounts_invalid","payment_method_microdeposit_verification_amounts_mismatch","payment_method_microdeposit_verification_attempts_exceeded","payment_method_microdeposit_verification_descriptor_code_mismatch","payment_method_microdeposit_verification_timeout","payment_method_not_available","payment_method_provider_decline","payment_method_provider_timeout","payment_method_restricted","payment_method_unactivated","payment_method_unexpected_state","payment_method_unsupported_type","payout_reconciliation_not_ready","payouts_limit_exceeded","payouts_not_allowed","platform_account_required","platform_api_key_expired","postal_code_invalid","processing_error","product_inactive","progressive_onboarding_limit_exceeded","rate_limit","refer_to_customer","refund_disputed_payment","request_blocked","resource_already_exists","resource_missing","return_intent_already_processed","routing_number_invalid","secret_key_required","sepa_unsupported_account","service_period_coupon_with_metered_tiered_item_unsupported","setup_attempt_failed","setup_intent_authentication_failure","setup_intent_invalid_parameter","setup_intent_mandate_invalid","setup_intent_mobile_wallet_unsupported","setup_intent_setup_attempt_expired","setup_intent_unexpected_state","shipping_address_invalid","shipping_calculation_failed","siret_invalid","sku_inactive","smart_disputes_not_available","state_unsupported","status_transition_invalid","storer_capability_missing","storer_capability_not_active","stripe_tax_inactive","subscription_update_trial_after_billing_cycle_anchor","tax_id_invalid","tax_id_prohibited","taxes_calculation_failed","terminal_location_country_unsupported","terminal_reader_busy","terminal_reader_hardware_fault","terminal_reader_invalid_location_for_activation","terminal_reader_invalid_location_for_payment","terminal_reader_offline","terminal_reader_timeout","testmode_charges_only","three_d_secure_authentication_not_supported","three_d_secure_authentication_upstream_error","tls_version_unsupported","token_already_used","token_card_network_invalid","token_in_use","transfer_source_balance_parameters_mismatch","transfers_not_allowed","url_invalid"]},
      "decline_code": {"type":"string"},
      "doc_url": {"type":"string"},
      "message": {"type":"string"},
      "network_advice_code": {"type":"string"},
      "network_decline_code": {"type":"string"},
      "param": {"type":"string"},
      "payment_intent": {"$ref":"#/$defs/PaymentIntent"},
      "payment_method_type": {"type":"string"},
      "request_log_url": {"type":"string"},
      "type": {"enum":["api_error","card_error","idempotency_error","invalid_request_error"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "PaymentIntent.ManagedPayments": {
    "properties": {
      "enabled": {"type":"boolean"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "PaymentIntent.NextAction": {
    "properties": {
      "redirect_to_url": {"$ref":"#/$defs/PaymentIntent.NextAction.RedirectToUrl"},
      "type": {"type":"string"},
      "use_stripe_sdk": {"type":"object","additionalProperties":{}},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "PaymentIntent.NextAction.RedirectToUrl": {
    "properties": {
      "return_url": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "url": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["return_url","url"],"additionalProperties":false},
  "PaymentIntent.PaymentDetails": {
    "properties": {
      "customer_reference": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "order_reference": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["customer_reference","order_reference"],"additionalProperties":false},
  "PaymentIntent.PaymentMethodConfigurationDetails": {
    "properties": {
      "id": {"type":"string"},
      "parent": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["id","parent"],"additionalProperties":false},
  "PaymentIntent.PaymentMethodOptions": {
    "properties": {
      "card": {"$ref":"#/$defs/PaymentIntent.PaymentMethodOptions.Card"},
      "sepa_debit": {"$ref":"#/$defs/PaymentIntent.PaymentMethodOptions.SepaDebit"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntent.PaymentMethodOptions.Card": {
    "properties": {
      "capture_method": {"enum":["manual"]},
      "installments": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/PaymentIntent.PaymentMethodOptions.Card.Installments"}]},
      "mandate_options": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/PaymentIntent.PaymentMethodOptions.Card.MandateOptions"}]},
      "network": {"anyOf":[{"enum":["amex","cartes_bancaires","diners","discover","eftpos_au","girocard","interac","jcb","link","mastercard","unionpay","unknown","visa"]},{"type":"null"}]},
      "request_extended_authorization": {"enum":["if_available","never"]},
      "request_incremental_authorization": {"enum":["if_available","never"]},
      "request_multicapture": {"enum":["if_available","never"]},
      "request_overcapture": {"enum":["if_available","never"]},
      "request_three_d_secure": {"anyOf":[{"enum":["any","automatic","challenge"]},{"type":"null"}]},
      "require_cvc_recollection": {"type":"boolean"},
      "setup_credential_usage": {"enum":["installment","recurring","unscheduled"]},
      "setup_future_usage": {"enum":["none","off_session","on_session"]},
      "statement_descriptor_suffix_kana": {"type":"string"},
      "statement_descriptor_suffix_kanji": {"type":"string"},
      "stored_credential_usage": {"enum":["installment","recurring","unscheduled"]},
    },
    "type":"object","required":["installments","mandate_options","network","request_three_d_secure"],"additionalProperties":false},
  "PaymentIntent.PaymentMethodOptions.Card.Installments": {
    "properties": {
      "available_plans": {"anyOf":[{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/PaymentIntent.PaymentMethodOptions.Card.Installments.AvailablePlan"}}]},
      "enabled": {"type":"boolean"},
      "plan": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/PaymentIntent.PaymentMethodOptions.Card.Installments.Plan"}]},
    },
    "type":"object","required":["available_plans","enabled","plan"],"additionalProperties":false},
  "PaymentIntent.PaymentMethodOptions.Card.Installments.AvailablePlan": {
    "properties": {
      "count": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "interval": {"anyOf":[{"enum":["month"]},{"type":"null"}]},
      "type": {"enum":["bonus","fixed_count","revolving"]},
    },
    "type":"object","required":["count","interval","type"],"additionalProperties":false},
  "PaymentIntent.PaymentMethodOptions.Card.Installments.Plan": {
    "properties": {
      "count": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "interval": {"anyOf":[{"enum":["month"]},{"type":"null"}]},
      "type": {"enum":["bonus","fixed_count","revolving"]},
    },
    "type":"object","required":["count","interval","type"],"additionalProperties":false},
  "PaymentIntent.PaymentMethodOptions.Card.MandateOptions": {
    "properties": {
      "amount": {"type":"number"},
      "amount_type": {"enum":["fixed","maximum"]},
      "description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "end_date": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "interval": {"enum":["day","month","sporadic","week","year"]},
      "interval_count": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "reference": {"type":"string"},
      "start_date": {"type":"number"},
      "supported_types": {"anyOf":[{"type":"null"},{"type":"array","items":{"enum":["india"]}}]},
    },
    "type":"object","required":["amount","amount_type","description","end_date","interval","interval_count","reference","start_date","supported_types"],"additionalProperties":false},
  "PaymentIntent.PaymentMethodOptions.SepaDebit": {
    "properties": {
      "mandate_options": {"$ref":"#/$defs/PaymentIntent.PaymentMethodOptions.SepaDebit.MandateOptions"},
      "setup_future_usage": {"enum":["none","off_session","on_session"]},
      "target_date": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntent.PaymentMethodOptions.SepaDebit.MandateOptions": {
    "properties": {
      "reference_prefix": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntent.PresentmentDetails": {
    "properties": {
      "presentment_amount": {"type":"number"},
      "presentment_currency": {"type":"string"},
    },
    "type":"object","required":["presentment_amount","presentment_currency"],"additionalProperties":false},
  "PaymentIntent.Processing": {
    "properties": {
      "card": {"$ref":"#/$defs/PaymentIntent.Processing.Card"},
      "type": {"enum":["card"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "PaymentIntent.Processing.Card": {
    "properties": {
      "customer_notification": {"$ref":"#/$defs/PaymentIntent.Processing.Card.CustomerNotification"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntent.Processing.Card.CustomerNotification": {
    "properties": {
      "approval_requested": {"anyOf":[{"type":"null"},{"type":"boolean"}]},
      "completes_at": {"anyOf":[{"type":"null"},{"type":"number"}]},
    },
    "type":"object","required":["approval_requested","completes_at"],"additionalProperties":false},
  "PaymentIntent.Shipping": {
    "properties": {
      "address": {"$ref":"#/$defs/Address"},
      "carrier": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "name": {"type":"string"},
      "phone": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "tracking_number": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntent.TransferData": {
    "properties": {
      "amount": {"type":"number"},
      "description": {"type":"string"},
      "destination": {"type":"string"},
      "metadata": {"$ref":"#/$defs/Metadata"},
      "payment_data": {"$ref":"#/$defs/PaymentIntent.TransferData.PaymentData"},
    },
    "type":"object","required":["destination"],"additionalProperties":false},
  "PaymentIntent.TransferData.PaymentData": {
    "properties": {
      "description": {"type":"string"},
      "metadata": {"$ref":"#/$defs/Metadata"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCancelParams": {
    "properties": {
      "cancellation_reason": {"enum":["abandoned","duplicate","fraudulent","requested_by_customer"]},
      "expand": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCanceledEvent": {
    "properties": {
      "type": {"enum":["payment_intent.canceled"]},
      "data": {"$ref":"#/$defs/PaymentIntentCanceledEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "PaymentIntentCanceledEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/PaymentIntent"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "PaymentIntentCaptureParams": {
    "properties": {
      "amount_details": {"$ref":"#/$defs/PaymentIntentCaptureParams.AmountDetails"},
      "amount_to_capture": {"type":"number"},
      "application_fee_amount": {"type":"number"},
      "expand": {"type":"array","items":{"type":"string"}},
      "final_capture": {"type":"boolean"},
      "hooks": {"$ref":"#/$defs/PaymentIntentCaptureParams.Hooks"},
      "metadata": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/MetadataParam"}]},
      "payment_details": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentCaptureParams.PaymentDetails"}]},
      "statement_descriptor": {"type":"string"},
      "statement_descriptor_suffix": {"type":"string"},
      "transfer_data": {"$ref":"#/$defs/PaymentIntentCaptureParams.TransferData"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCaptureParams.AmountDetails": {
    "properties": {
      "discount_amount": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"number"}]},
      "enforce_arithmetic_validation": {"type":"boolean"},
      "line_items": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/PaymentIntentCaptureParams.AmountDetails.LineItem"}}]},
      "shipping": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentCaptureParams.AmountDetails.Shipping"}]},
      "tax": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentCaptureParams.AmountDetails.Tax"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCaptureParams.AmountDetails.LineItem": {
    "properties": {
      "discount_amount": {"type":"number"},
      "payment_method_options": {"$ref":"#/$defs/PaymentIntentCaptureParams.AmountDetails.LineItem.PaymentMethodOptions"},
      "product_code": {"type":"string"},
      "product_name": {"type":"string"},
      "quantity": {"type":"number"},
      "tax": {"$ref":"#/$defs/PaymentIntentCaptureParams.AmountDetails.LineItem.Tax"},
      "unit_cost": {"type":"number"},
      "unit_of_measure": {"type":"string"},
    },
    "type":"object","required":["product_name","quantity","unit_cost"],"additionalProperties":false},
  "PaymentIntentCaptureParams.AmountDetails.LineItem.PaymentMethodOptions": {
    "properties": {
      "card": {"$ref":"#/$defs/PaymentIntentCaptureParams.AmountDetails.LineItem.PaymentMethodOptions.Card"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCaptureParams.AmountDetails.LineItem.PaymentMethodOptions.Card": {
    "properties": {
      "commodity_code": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCaptureParams.AmountDetails.LineItem.Tax": {
    "properties": {
      "total_tax_amount": {"type":"number"},
    },
    "type":"object","required":["total_tax_amount"],"additionalProperties":false},
  "PaymentIntentCaptureParams.AmountDetails.Shipping": {
    "properties": {
      "amount": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"number"}]},
      "from_postal_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "to_postal_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCaptureParams.AmountDetails.Tax": {
    "properties": {
      "total_tax_amount": {"type":"number"},
    },
    "type":"object","required":["total_tax_amount"],"additionalProperties":false},
  "PaymentIntentCaptureParams.Hooks": {
    "properties": {
      "inputs": {"$ref":"#/$defs/PaymentIntentCaptureParams.Hooks.Inputs"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCaptureParams.Hooks.Inputs": {
    "properties": {
      "tax": {"$ref":"#/$defs/PaymentIntentCaptureParams.Hooks.Inputs.Tax"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCaptureParams.Hooks.Inputs.Tax": {
    "properties": {
      "calculation": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["calculation"],"additionalProperties":false},
  "PaymentIntentCaptureParams.PaymentDetails": {
    "properties": {
      "customer_reference": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "order_reference": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCaptureParams.TransferData": {
    "properties": {
      "amount": {"type":"number"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams": {
    "properties": {
      "allowed_payment_method_types": {"type":"array","items":{"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boku_promptpay","boleto","capchase_pay","card","card_present","cashapp","check_scan","click_to_pay","crypto","customer_balance","demo_pay","duitnow","dummy_auth_push","dummy_passthrough_card","edenred","eps","fpx","gcash","getbalance","gift_card","giropay","gopay","grabpay","id_bank_transfer","ideal","interac_present","kakao_pay","klarna","knet","konbini","kr_card","kr_market","kriya","link","mb_way","mobilepay","momo","mondu","multibanco","naver_pay","netbanking","ng_bank","ng_bank_transfer","ng_card","ng_market","ng_ussd","ng_wallet","nz_bank_account","octopus","oxxo","p24","paper_check","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","qris","rechnung","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","shop_pay","shopeepay","sofort","south_korea_market","stripe_balance","sunbit","swish","tamara","test_pay","touch_n_go","truemoney","twint","upi","us_bank_account","us_cash_voucher","vipps","wechat_pay","wero","zip"]}},
      "amount_details": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentConfirmParams.AmountDetails"}]},
      "amount_to_confirm": {"type":"number"},
      "capture_method": {"enum":["automatic","automatic_async","manual"]},
      "confirmation_token": {"type":"string"},
      "error_on_requires_action": {"type":"boolean"},
      "excluded_payment_method_types": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boleto","card","cashapp","crypto","customer_balance","eps","fpx","giropay","grabpay","ideal","kakao_pay","klarna","konbini","kr_card","mb_way","mobilepay","multibanco","naver_pay","nz_bank_account","oxxo","p24","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","sofort","sunbit","swish","twint","upi","us_bank_account","wechat_pay","zip"]}}]},
      "expand": {"type":"array","items":{"type":"string"}},
      "hooks": {"$ref":"#/$defs/PaymentIntentConfirmParams.Hooks"},
      "mandate": {"type":"string"},
      "mandate_data": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentConfirmParams.MandateData"}]},
      "off_session": {"anyOf":[{"enum":["one_off","recurring"]},{"type":"boolean"}]},
      "payment_details": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentDetails"}]},
      "payment_method": {"type":"string"},
      "payment_method_data": {"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentMethodData"},
      "payment_method_options": {"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentMethodOptions"},
      "radar_options": {"$ref":"#/$defs/PaymentIntentConfirmParams.RadarOptions"},
      "receipt_email": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "return_url": {"type":"string"},
      "setup_future_usage": {"anyOf":[{"enum":["","off_session","on_session"]},{"type":"null"}]},
      "shipping": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentConfirmParams.Shipping"}]},
      "use_stripe_sdk": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.AmountDetails": {
    "properties": {
      "discount_amount": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"number"}]},
      "enforce_arithmetic_validation": {"type":"boolean"},
      "line_items": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/PaymentIntentConfirmParams.AmountDetails.LineItem"}}]},
      "shipping": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentConfirmParams.AmountDetails.Shipping"}]},
      "tax": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentConfirmParams.AmountDetails.Tax"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.AmountDetails.LineItem": {
    "properties": {
      "discount_amount": {"type":"number"},
      "payment_method_options": {"$ref":"#/$defs/PaymentIntentConfirmParams.AmountDetails.LineItem.PaymentMethodOptions"},
      "product_code": {"type":"string"},
      "product_name": {"type":"string"},
      "quantity": {"type":"number"},
      "tax": {"$ref":"#/$defs/PaymentIntentConfirmParams.AmountDetails.LineItem.Tax"},
      "unit_cost": {"type":"number"},
      "unit_of_measure": {"type":"string"},
    },
    "type":"object","required":["product_name","quantity","unit_cost"],"additionalProperties":false},
  "PaymentIntentConfirmParams.AmountDetails.LineItem.PaymentMethodOptions": {
    "properties": {
      "card": {"$ref":"#/$defs/PaymentIntentConfirmParams.AmountDetails.LineItem.PaymentMethodOptions.Card"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.AmountDetails.LineItem.PaymentMethodOptions.Card": {
    "properties": {
      "commodity_code": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.AmountDetails.LineItem.Tax": {
    "properties": {
      "total_tax_amount": {"type":"number"},
    },
    "type":"object","required":["total_tax_amount"],"additionalProperties":false},
  "PaymentIntentConfirmParams.AmountDetails.Shipping": {
    "properties": {
      "amount": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"number"}]},
      "from_postal_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "to_postal_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.AmountDetails.Tax": {
    "properties": {
      "total_tax_amount": {"type":"number"},
    },
    "type":"object","required":["total_tax_amount"],"additionalProperties":false},
  "PaymentIntentConfirmParams.Hooks": {
    "properties": {
      "inputs": {"$ref":"#/$defs/PaymentIntentConfirmParams.Hooks.Inputs"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.Hooks.Inputs": {
    "properties": {
      "tax": {"$ref":"#/$defs/PaymentIntentConfirmParams.Hooks.Inputs.Tax"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.Hooks.Inputs.Tax": {
    "properties": {
      "calculation": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["calculation"],"additionalProperties":false},
  "PaymentIntentConfirmParams.MandateData": {
    "properties": {
      "customer_acceptance": {"$ref":"#/$defs/PaymentIntentConfirmParams.MandateData.CustomerAcceptance"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.MandateData.CustomerAcceptance": {
    "properties": {
      "accepted_at": {"type":"number"},
      "offline": {"$ref":"#/$defs/PaymentIntentConfirmParams.MandateData.CustomerAcceptance.Offline"},
      "online": {"$ref":"#/$defs/PaymentIntentConfirmParams.MandateData.CustomerAcceptance.Online"},
      "type": {"enum":["offline","online"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "PaymentIntentConfirmParams.MandateData.CustomerAcceptance.Offline": {
    "properties": {

    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.MandateData.CustomerAcceptance.Online": {
    "properties": {
      "ip_address": {"type":"string"},
      "user_agent": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentDetails": {
    "properties": {
      "customer_reference": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "order_reference": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentMethodData": {
    "properties": {
      "allow_redisplay": {"enum":["always","limited","unspecified"]},
      "sepa_debit": {"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentMethodData.SepaDebit"},
      "type": {"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boleto","cashapp","crypto","customer_balance","eps","fpx","giropay","grabpay","ideal","kakao_pay","klarna","konbini","kr_card","link","mb_way","mobilepay","multibanco","naver_pay","nz_bank_account","oxxo","p24","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","sofort","sunbit","swish","twint","upi","us_bank_account","wechat_pay","zip"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentMethodData.SepaDebit": {
    "properties": {
      "iban": {"type":"string"},
    },
    "type":"object","required":["iban"],"additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentMethodOptions": {
    "properties": {
      "card": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentMethodOptions.Card"}]},
      "sepa_debit": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentMethodOptions.SepaDebit"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentMethodOptions.Card": {
    "properties": {
      "capture_method": {"anyOf":[{"enum":["","manual"]},{"type":"null"}]},
      "cvc_token": {"type":"string"},
      "installments": {"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentMethodOptions.Card.Installments"},
      "mandate_options": {"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentMethodOptions.Card.MandateOptions"},
      "moto": {"type":"boolean"},
      "network": {"enum":["amex","cartes_bancaires","diners","discover","eftpos_au","girocard","interac","jcb","link","mastercard","unionpay","unknown","visa"]},
      "request_extended_authorization": {"enum":["if_available","never"]},
      "request_incremental_authorization": {"enum":["if_available","never"]},
      "request_multicapture": {"enum":["if_available","never"]},
      "request_overcapture": {"enum":["if_available","never"]},
      "request_three_d_secure": {"enum":["any","automatic","challenge"]},
      "require_cvc_recollection": {"type":"boolean"},
      "setup_credential_usage": {"enum":["installment","recurring","unscheduled"]},
      "setup_future_usage": {"anyOf":[{"enum":["","none","off_session","on_session"]},{"type":"null"}]},
      "statement_descriptor_suffix_kana": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "statement_descriptor_suffix_kanji": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "stored_credential_usage": {"enum":["installment","recurring","unscheduled"]},
      "three_d_secure": {"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentMethodOptions.Card.ThreeDSecure"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentMethodOptions.Card.Installments": {
    "properties": {
      "enabled": {"type":"boolean"},
      "plan": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentMethodOptions.Card.Installments.Plan"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentMethodOptions.Card.Installments.Plan": {
    "properties": {
      "count": {"type":"number"},
      "interval": {"enum":["month"]},
      "type": {"enum":["bonus","fixed_count","revolving"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentMethodOptions.Card.MandateOptions": {
    "properties": {
      "amount": {"type":"number"},
      "amount_type": {"enum":["fixed","maximum"]},
      "description": {"type":"string"},
      "end_date": {"type":"number"},
      "interval": {"enum":["day","month","sporadic","week","year"]},
      "interval_count": {"type":"number"},
      "reference": {"type":"string"},
      "start_date": {"type":"number"},
      "supported_types": {"type":"array","items":{"enum":["india"]}},
    },
    "type":"object","required":["amount","amount_type","interval","reference","start_date"],"additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentMethodOptions.Card.ThreeDSecure": {
    "properties": {
      "ares_trans_status": {"enum":["A","C","I","N","R","U","Y"]},
      "cryptogram": {"type":"string"},
      "electronic_commerce_indicator": {"enum":["01","02","05","06","07"]},
      "exemption_indicator": {"enum":["low_risk","none"]},
      "network_options": {"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentMethodOptions.Card.ThreeDSecure.NetworkOptions"},
      "requestor_challenge_indicator": {"type":"string"},
      "transaction_id": {"type":"string"},
      "version": {"enum":["1.0.2","2.1.0","2.2.0","2.3.0","2.3.1"]},
    },
    "type":"object","required":["cryptogram","transaction_id","version"],"additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentMethodOptions.Card.ThreeDSecure.NetworkOptions": {
    "properties": {
      "cartes_bancaires": {"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentMethodOptions.Card.ThreeDSecure.NetworkOptions.CartesBancaires"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentMethodOptions.Card.ThreeDSecure.NetworkOptions.CartesBancaires": {
    "properties": {
      "cb_avalgo": {"enum":["0","1","2","3","4","A"]},
      "cb_exemption": {"type":"string"},
      "cb_score": {"type":"number"},
    },
    "type":"object","required":["cb_avalgo"],"additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentMethodOptions.SepaDebit": {
    "properties": {
      "mandate_options": {"$ref":"#/$defs/PaymentIntentConfirmParams.PaymentMethodOptions.SepaDebit.MandateOptions"},
      "setup_future_usage": {"anyOf":[{"enum":["","none","off_session","on_session"]},{"type":"null"}]},
      "target_date": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.PaymentMethodOptions.SepaDebit.MandateOptions": {
    "properties": {
      "reference_prefix": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.RadarOptions": {
    "properties": {
      "referrer": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "session": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentConfirmParams.Shipping": {
    "properties": {
      "address": {"$ref":"#/$defs/AddressParam"},
      "carrier": {"type":"string"},
      "name": {"type":"string"},
      "phone": {"type":"string"},
      "tracking_number": {"type":"string"},
    },
    "type":"object","required":["address","name"],"additionalProperties":false},
  "PaymentIntentCreateParams": {
    "properties": {
      "amount": {"type":"number"},
      "currency": {"type":"string"},
      "allowed_payment_method_types": {"type":"array","items":{"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boku_promptpay","boleto","capchase_pay","card","card_present","cashapp","check_scan","click_to_pay","crypto","customer_balance","demo_pay","duitnow","dummy_auth_push","dummy_passthrough_card","edenred","eps","fpx","gcash","getbalance","gift_card","giropay","gopay","grabpay","id_bank_transfer","ideal","interac_present","kakao_pay","klarna","knet","konbini","kr_card","kr_market","kriya","link","mb_way","mobilepay","momo","mondu","multibanco","naver_pay","netbanking","ng_bank","ng_bank_transfer","ng_card","ng_market","ng_ussd","ng_wallet","nz_bank_account","octopus","oxxo","p24","paper_check","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","qris","rechnung","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","shop_pay","shopeepay","sofort","south_korea_market","stripe_balance","sunbit","swish","tamara","test_pay","touch_n_go","truemoney","twint","upi","us_bank_account","us_cash_voucher","vipps","wechat_pay","wero","zip"]}},
      "amount_details": {"$ref":"#/$defs/PaymentIntentCreateParams.AmountDetails"},
      "application_fee_amount": {"type":"number"},
      "automatic_payment_methods": {"$ref":"#/$defs/PaymentIntentCreateParams.AutomaticPaymentMethods"},
      "capture_method": {"enum":["automatic","automatic_async","manual"]},
      "confirm": {"type":"boolean"},
      "confirmation_method": {"enum":["automatic","manual"]},
      "confirmation_token": {"type":"string"},
      "customer": {"type":"string"},
      "customer_account": {"type":"string"},
      "description": {"type":"string"},
      "error_on_requires_action": {"type":"boolean"},
      "excluded_payment_method_types": {"type":"array","items":{"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boleto","card","cashapp","crypto","customer_balance","eps","fpx","giropay","grabpay","ideal","kakao_pay","klarna","konbini","kr_card","mb_way","mobilepay","multibanco","naver_pay","nz_bank_account","oxxo","p24","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","sofort","sunbit","swish","twint","upi","us_bank_account","wechat_pay","zip"]}},
      "expand": {"type":"array","items":{"type":"string"}},
      "hooks": {"$ref":"#/$defs/PaymentIntentCreateParams.Hooks"},
      "mandate": {"type":"string"},
      "mandate_data": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentCreateParams.MandateData"}]},
      "metadata": {"$ref":"#/$defs/MetadataParam"},
      "off_session": {"anyOf":[{"enum":["one_off","recurring"]},{"type":"boolean"}]},
      "on_behalf_of": {"type":"string"},
      "payment_details": {"$ref":"#/$defs/PaymentIntentCreateParams.PaymentDetails"},
      "payment_method": {"type":"string"},
      "payment_method_configuration": {"type":"string"},
      "payment_method_data": {"$ref":"#/$defs/PaymentIntentCreateParams.PaymentMethodData"},
      "payment_method_options": {"$ref":"#/$defs/PaymentIntentCreateParams.PaymentMethodOptions"},
      "radar_options": {"$ref":"#/$defs/PaymentIntentCreateParams.RadarOptions"},
      "receipt_email": {"type":"string"},
      "return_url": {"type":"string"},
      "setup_future_usage": {"enum":["off_session","on_session"]},
      "shipping": {"$ref":"#/$defs/PaymentIntentCreateParams.Shipping"},
      "statement_descriptor": {"type":"string"},
      "statement_descriptor_suffix": {"type":"string"},
      "transfer_data": {"$ref":"#/$defs/PaymentIntentCreateParams.TransferData"},
      "transfer_group": {"type":"string"},
      "use_stripe_sdk": {"type":"boolean"},
    },
    "type":"object","required":["amount","currency"],"additionalProperties":false},
  "PaymentIntentCreateParams.AmountDetails": {
    "properties": {
      "discount_amount": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"number"}]},
      "enforce_arithmetic_validation": {"type":"boolean"},
      "line_items": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/PaymentIntentCreateParams.AmountDetails.LineItem"}}]},
      "shipping": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentCreateParams.AmountDetails.Shipping"}]},
      "tax": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentCreateParams.AmountDetails.Tax"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.AmountDetails.LineItem": {
    "properties": {
      "discount_amount": {"type":"number"},
      "payment_method_options": {"$ref":"#/$defs/PaymentIntentCreateParams.AmountDetails.LineItem.PaymentMethodOptions"},
      "product_code": {"type":"string"},
      "product_name": {"type":"string"},
      "quantity": {"type":"number"},
      "tax": {"$ref":"#/$defs/PaymentIntentCreateParams.AmountDetails.LineItem.Tax"},
      "unit_cost": {"type":"number"},
      "unit_of_measure": {"type":"string"},
    },
    "type":"object","required":["product_name","quantity","unit_cost"],"additionalProperties":false},
  "PaymentIntentCreateParams.AmountDetails.LineItem.PaymentMethodOptions": {
    "properties": {
      "card": {"$ref":"#/$defs/PaymentIntentCreateParams.AmountDetails.LineItem.PaymentMethodOptions.Card"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.AmountDetails.LineItem.PaymentMethodOptions.Card": {
    "properties": {
      "commodity_code": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.AmountDetails.LineItem.Tax": {
    "properties": {
      "total_tax_amount": {"type":"number"},
    },
    "type":"object","required":["total_tax_amount"],"additionalProperties":false},
  "PaymentIntentCreateParams.AmountDetails.Shipping": {
    "properties": {
      "amount": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"number"}]},
      "from_postal_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "to_postal_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.AmountDetails.Tax": {
    "properties": {
      "total_tax_amount": {"type":"number"},
    },
    "type":"object","required":["total_tax_amount"],"additionalProperties":false},
  "PaymentIntentCreateParams.AutomaticPaymentMethods": {
    "properties": {
      "allow_redirects": {"enum":["always","never"]},
      "enabled": {"type":"boolean"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "PaymentIntentCreateParams.Hooks": {
    "properties": {
      "inputs": {"$ref":"#/$defs/PaymentIntentCreateParams.Hooks.Inputs"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.Hooks.Inputs": {
    "properties": {
      "tax": {"$ref":"#/$defs/PaymentIntentCreateParams.Hooks.Inputs.Tax"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.Hooks.Inputs.Tax": {
    "properties": {
      "calculation": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["calculation"],"additionalProperties":false},
  "PaymentIntentCreateParams.MandateData": {
    "properties": {
      "customer_acceptance": {"$ref":"#/$defs/PaymentIntentCreateParams.MandateData.CustomerAcceptance"},
    },
    "type":"object","required":["customer_acceptance"],"additionalProperties":false},
  "PaymentIntentCreateParams.MandateData.CustomerAcceptance": {
    "properties": {
      "accepted_at": {"type":"number"},
      "offline": {"$ref":"#/$defs/PaymentIntentCreateParams.MandateData.CustomerAcceptance.Offline"},
      "online": {"$ref":"#/$defs/PaymentIntentCreateParams.MandateData.CustomerAcceptance.Online"},
      "type": {"enum":["offline","online"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "PaymentIntentCreateParams.MandateData.CustomerAcceptance.Offline": {
    "properties": {

    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.MandateData.CustomerAcceptance.Online": {
    "properties": {
      "ip_address": {"type":"string"},
      "user_agent": {"type":"string"},
    },
    "type":"object","required":["ip_address","user_agent"],"additionalProperties":false},
  "PaymentIntentCreateParams.PaymentDetails": {
    "properties": {
      "customer_reference": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "order_reference": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.PaymentMethodData": {
    "properties": {
      "allow_redisplay": {"enum":["always","limited","unspecified"]},
      "sepa_debit": {"$ref":"#/$defs/PaymentIntentCreateParams.PaymentMethodData.SepaDebit"},
      "type": {"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boleto","cashapp","crypto","customer_balance","eps","fpx","giropay","grabpay","ideal","kakao_pay","klarna","konbini","kr_card","link","mb_way","mobilepay","multibanco","naver_pay","nz_bank_account","oxxo","p24","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","sofort","sunbit","swish","twint","upi","us_bank_account","wechat_pay","zip"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "PaymentIntentCreateParams.PaymentMethodData.SepaDebit": {
    "properties": {
      "iban": {"type":"string"},
    },
    "type":"object","required":["iban"],"additionalProperties":false},
  "PaymentIntentCreateParams.PaymentMethodOptions": {
    "properties": {
      "card": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentCreateParams.PaymentMethodOptions.Card"}]},
      "sepa_debit": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentCreateParams.PaymentMethodOptions.SepaDebit"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.PaymentMethodOptions.Card": {
    "properties": {
      "capture_method": {"anyOf":[{"enum":["","manual"]},{"type":"null"}]},
      "cvc_token": {"type":"string"},
      "installments": {"$ref":"#/$defs/PaymentIntentCreateParams.PaymentMethodOptions.Card.Installments"},
      "mandate_options": {"$ref":"#/$defs/PaymentIntentCreateParams.PaymentMethodOptions.Card.MandateOptions"},
      "moto": {"type":"boolean"},
      "network": {"enum":["amex","cartes_bancaires","diners","discover","eftpos_au","girocard","interac","jcb","link","mastercard","unionpay","unknown","visa"]},
      "request_extended_authorization": {"enum":["if_available","never"]},
      "request_incremental_authorization": {"enum":["if_available","never"]},
      "request_multicapture": {"enum":["if_available","never"]},
      "request_overcapture": {"enum":["if_available","never"]},
      "request_three_d_secure": {"enum":["any","automatic","challenge"]},
      "require_cvc_recollection": {"type":"boolean"},
      "setup_credential_usage": {"enum":["installment","recurring","unscheduled"]},
      "setup_future_usage": {"anyOf":[{"enum":["","none","off_session","on_session"]},{"type":"null"}]},
      "statement_descriptor_suffix_kana": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "statement_descriptor_suffix_kanji": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "stored_credential_usage": {"enum":["installment","recurring","unscheduled"]},
      "three_d_secure": {"$ref":"#/$defs/PaymentIntentCreateParams.PaymentMethodOptions.Card.ThreeDSecure"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.PaymentMethodOptions.Card.Installments": {
    "properties": {
      "enabled": {"type":"boolean"},
      "plan": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentCreateParams.PaymentMethodOptions.Card.Installments.Plan"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.PaymentMethodOptions.Card.Installments.Plan": {
    "properties": {
      "count": {"type":"number"},
      "interval": {"enum":["month"]},
      "type": {"enum":["bonus","fixed_count","revolving"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "PaymentIntentCreateParams.PaymentMethodOptions.Card.MandateOptions": {
    "properties": {
      "amount": {"type":"number"},
      "amount_type": {"enum":["fixed","maximum"]},
      "description": {"type":"string"},
      "end_date": {"type":"number"},
      "interval": {"enum":["day","month","sporadic","week","year"]},
      "interval_count": {"type":"number"},
      "reference": {"type":"string"},
      "start_date": {"type":"number"},
      "supported_types": {"type":"array","items":{"enum":["india"]}},
    },
    "type":"object","required":["amount","amount_type","interval","reference","start_date"],"additionalProperties":false},
  "PaymentIntentCreateParams.PaymentMethodOptions.Card.ThreeDSecure": {
    "properties": {
      "ares_trans_status": {"enum":["A","C","I","N","R","U","Y"]},
      "cryptogram": {"type":"string"},
      "electronic_commerce_indicator": {"enum":["01","02","05","06","07"]},
      "exemption_indicator": {"enum":["low_risk","none"]},
      "network_options": {"$ref":"#/$defs/PaymentIntentCreateParams.PaymentMethodOptions.Card.ThreeDSecure.NetworkOptions"},
      "requestor_challenge_indicator": {"type":"string"},
      "transaction_id": {"type":"string"},
      "version": {"enum":["1.0.2","2.1.0","2.2.0","2.3.0","2.3.1"]},
    },
    "type":"object","required":["cryptogram","transaction_id","version"],"additionalProperties":false},
  "PaymentIntentCreateParams.PaymentMethodOptions.Card.ThreeDSecure.NetworkOptions": {
    "properties": {
      "cartes_bancaires": {"$ref":"#/$defs/PaymentIntentCreateParams.PaymentMethodOptions.Card.ThreeDSecure.NetworkOptions.CartesBancaires"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.PaymentMethodOptions.Card.ThreeDSecure.NetworkOptions.CartesBancaires": {
    "properties": {
      "cb_avalgo": {"enum":["0","1","2","3","4","A"]},
      "cb_exemption": {"type":"string"},
      "cb_score": {"type":"number"},
    },
    "type":"object","required":["cb_avalgo"],"additionalProperties":false},
  "PaymentIntentCreateParams.PaymentMethodOptions.SepaDebit": {
    "properties": {
      "mandate_options": {"$ref":"#/$defs/PaymentIntentCreateParams.PaymentMethodOptions.SepaDebit.MandateOptions"},
      "setup_future_usage": {"anyOf":[{"enum":["","none","off_session","on_session"]},{"type":"null"}]},
      "target_date": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.PaymentMethodOptions.SepaDebit.MandateOptions": {
    "properties": {
      "reference_prefix": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.RadarOptions": {
    "properties": {
      "referrer": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "session": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentCreateParams.Shipping": {
    "properties": {
      "address": {"$ref":"#/$defs/AddressParam"},
      "carrier": {"type":"string"},
      "name": {"type":"string"},
      "phone": {"type":"string"},
      "tracking_number": {"type":"string"},
    },
    "type":"object","required":["address","name"],"additionalProperties":false},
  "PaymentIntentCreateParams.TransferData": {
    "properties": {
      "amount": {"type":"number"},
      "description": {"type":"string"},
      "destination": {"type":"string"},
      "metadata": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/MetadataParam"}]},
      "payment_data": {"$ref":"#/$defs/PaymentIntentCreateParams.TransferData.PaymentData"},
    },
    "type":"object","required":["destination"],"additionalProperties":false},
  "PaymentIntentCreateParams.TransferData.PaymentData": {
    "properties": {
      "description": {"type":"string"},
      "metadata": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/MetadataParam"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentListParams": {
    "properties": {
      "created": {"anyOf":[{"type":"number"},{"$ref":"#/$defs/RangeQueryParam"}]},
      "customer": {"type":"string"},
      "customer_account": {"type":"string"},
      "expand": {"type":"array","items":{"type":"string"}},
      "ending_before": {"type":"string"},
      "limit": {"type":"number"},
      "starting_after": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentRetrieveParams": {
    "properties": {
      "client_secret": {"type":"string"},
      "expand": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams": {
    "properties": {
      "allowed_payment_method_types": {"type":"array","items":{"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boku_promptpay","boleto","capchase_pay","card","card_present","cashapp","check_scan","click_to_pay","crypto","customer_balance","demo_pay","duitnow","dummy_auth_push","dummy_passthrough_card","edenred","eps","fpx","gcash","getbalance","gift_card","giropay","gopay","grabpay","id_bank_transfer","ideal","interac_present","kakao_pay","klarna","knet","konbini","kr_card","kr_market","kriya","link","mb_way","mobilepay","momo","mondu","multibanco","naver_pay","netbanking","ng_bank","ng_bank_transfer","ng_card","ng_market","ng_ussd","ng_wallet","nz_bank_account","octopus","oxxo","p24","paper_check","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","qris","rechnung","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","shop_pay","shopeepay","sofort","south_korea_market","stripe_balance","sunbit","swish","tamara","test_pay","touch_n_go","truemoney","twint","upi","us_bank_account","us_cash_voucher","vipps","wechat_pay","wero","zip"]}},
      "amount": {"type":"number"},
      "amount_details": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentUpdateParams.AmountDetails"}]},
      "application_fee_amount": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"number"}]},
      "capture_method": {"enum":["automatic","automatic_async","manual"]},
      "currency": {"type":"string"},
      "customer": {"type":"string"},
      "customer_account": {"type":"string"},
      "description": {"type":"string"},
      "excluded_payment_method_types": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boleto","card","cashapp","crypto","customer_balance","eps","fpx","giropay","grabpay","ideal","kakao_pay","klarna","konbini","kr_card","mb_way","mobilepay","multibanco","naver_pay","nz_bank_account","oxxo","p24","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","sofort","sunbit","swish","twint","upi","us_bank_account","wechat_pay","zip"]}}]},
      "expand": {"type":"array","items":{"type":"string"}},
      "hooks": {"$ref":"#/$defs/PaymentIntentUpdateParams.Hooks"},
      "metadata": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/MetadataParam"}]},
      "payment_details": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentDetails"}]},
      "payment_method": {"type":"string"},
      "payment_method_configuration": {"type":"string"},
      "payment_method_data": {"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentMethodData"},
      "payment_method_options": {"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentMethodOptions"},
      "receipt_email": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "setup_future_usage": {"anyOf":[{"enum":["","off_session","on_session"]},{"type":"null"}]},
      "shipping": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentUpdateParams.Shipping"}]},
      "statement_descriptor": {"type":"string"},
      "statement_descriptor_suffix": {"type":"string"},
      "transfer_data": {"$ref":"#/$defs/PaymentIntentUpdateParams.TransferData"},
      "transfer_group": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.AmountDetails": {
    "properties": {
      "discount_amount": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"number"}]},
      "enforce_arithmetic_validation": {"type":"boolean"},
      "line_items": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/PaymentIntentUpdateParams.AmountDetails.LineItem"}}]},
      "shipping": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentUpdateParams.AmountDetails.Shipping"}]},
      "tax": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentUpdateParams.AmountDetails.Tax"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.AmountDetails.LineItem": {
    "properties": {
      "discount_amount": {"type":"number"},
      "payment_method_options": {"$ref":"#/$defs/PaymentIntentUpdateParams.AmountDetails.LineItem.PaymentMethodOptions"},
      "product_code": {"type":"string"},
      "product_name": {"type":"string"},
      "quantity": {"type":"number"},
      "tax": {"$ref":"#/$defs/PaymentIntentUpdateParams.AmountDetails.LineItem.Tax"},
      "unit_cost": {"type":"number"},
      "unit_of_measure": {"type":"string"},
    },
    "type":"object","required":["product_name","quantity","unit_cost"],"additionalProperties":false},
  "PaymentIntentUpdateParams.AmountDetails.LineItem.PaymentMethodOptions": {
    "properties": {
      "card": {"$ref":"#/$defs/PaymentIntentUpdateParams.AmountDetails.LineItem.PaymentMethodOptions.Card"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.AmountDetails.LineItem.PaymentMethodOptions.Card": {
    "properties": {
      "commodity_code": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.AmountDetails.LineItem.Tax": {
    "properties": {
      "total_tax_amount": {"type":"number"},
    },
    "type":"object","required":["total_tax_amount"],"additionalProperties":false},
  "PaymentIntentUpdateParams.AmountDetails.Shipping": {
    "properties": {
      "amount": {"anyOf":[{"enum":[""]},{"type":"null"},{"type":"number"}]},
      "from_postal_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "to_postal_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.AmountDetails.Tax": {
    "properties": {
      "total_tax_amount": {"type":"number"},
    },
    "type":"object","required":["total_tax_amount"],"additionalProperties":false},
  "PaymentIntentUpdateParams.Hooks": {
    "properties": {
      "inputs": {"$ref":"#/$defs/PaymentIntentUpdateParams.Hooks.Inputs"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.Hooks.Inputs": {
    "properties": {
      "tax": {"$ref":"#/$defs/PaymentIntentUpdateParams.Hooks.Inputs.Tax"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.Hooks.Inputs.Tax": {
    "properties": {
      "calculation": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["calculation"],"additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentDetails": {
    "properties": {
      "customer_reference": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "order_reference": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentMethodData": {
    "properties": {
      "allow_redisplay": {"enum":["always","limited","unspecified"]},
      "sepa_debit": {"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentMethodData.SepaDebit"},
      "type": {"enum":["acss_debit","affirm","afterpay_clearpay","alipay","alma","amazon_pay","au_becs_debit","bacs_debit","bancontact","billie","bizum","blik","boleto","cashapp","crypto","customer_balance","eps","fpx","giropay","grabpay","ideal","kakao_pay","klarna","konbini","kr_card","link","mb_way","mobilepay","multibanco","naver_pay","nz_bank_account","oxxo","p24","pay_by_bank","payco","paynow","paypal","paypay","payto","pix","promptpay","revolut_pay","samsung_pay","satispay","scalapay","sepa_debit","sequra","sofort","sunbit","swish","twint","upi","us_bank_account","wechat_pay","zip"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentMethodData.SepaDebit": {
    "properties": {
      "iban": {"type":"string"},
    },
    "type":"object","required":["iban"],"additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentMethodOptions": {
    "properties": {
      "card": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentMethodOptions.Card"}]},
      "sepa_debit": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentMethodOptions.SepaDebit"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentMethodOptions.Card": {
    "properties": {
      "capture_method": {"anyOf":[{"enum":["","manual"]},{"type":"null"}]},
      "cvc_token": {"type":"string"},
      "installments": {"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentMethodOptions.Card.Installments"},
      "mandate_options": {"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentMethodOptions.Card.MandateOptions"},
      "moto": {"type":"boolean"},
      "network": {"enum":["amex","cartes_bancaires","diners","discover","eftpos_au","girocard","interac","jcb","link","mastercard","unionpay","unknown","visa"]},
      "request_extended_authorization": {"enum":["if_available","never"]},
      "request_incremental_authorization": {"enum":["if_available","never"]},
      "request_multicapture": {"enum":["if_available","never"]},
      "request_overcapture": {"enum":["if_available","never"]},
      "request_three_d_secure": {"enum":["any","automatic","challenge"]},
      "require_cvc_recollection": {"type":"boolean"},
      "setup_credential_usage": {"enum":["installment","recurring","unscheduled"]},
      "setup_future_usage": {"anyOf":[{"enum":["","none","off_session","on_session"]},{"type":"null"}]},
      "statement_descriptor_suffix_kana": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "statement_descriptor_suffix_kanji": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "stored_credential_usage": {"enum":["installment","recurring","unscheduled"]},
      "three_d_secure": {"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentMethodOptions.Card.ThreeDSecure"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentMethodOptions.Card.Installments": {
    "properties": {
      "enabled": {"type":"boolean"},
      "plan": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentMethodOptions.Card.Installments.Plan"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentMethodOptions.Card.Installments.Plan": {
    "properties": {
      "count": {"type":"number"},
      "interval": {"enum":["month"]},
      "type": {"enum":["bonus","fixed_count","revolving"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentMethodOptions.Card.MandateOptions": {
    "properties": {
      "amount": {"type":"number"},
      "amount_type": {"enum":["fixed","maximum"]},
      "description": {"type":"string"},
      "end_date": {"type":"number"},
      "interval": {"enum":["day","month","sporadic","week","year"]},
      "interval_count": {"type":"number"},
      "reference": {"type":"string"},
      "start_date": {"type":"number"},
      "supported_types": {"type":"array","items":{"enum":["india"]}},
    },
    "type":"object","required":["amount","amount_type","interval","reference","start_date"],"additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentMethodOptions.Card.ThreeDSecure": {
    "properties": {
      "ares_trans_status": {"enum":["A","C","I","N","R","U","Y"]},
      "cryptogram": {"type":"string"},
      "electronic_commerce_indicator": {"enum":["01","02","05","06","07"]},
      "exemption_indicator": {"enum":["low_risk","none"]},
      "network_options": {"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentMethodOptions.Card.ThreeDSecure.NetworkOptions"},
      "requestor_challenge_indicator": {"type":"string"},
      "transaction_id": {"type":"string"},
      "version": {"enum":["1.0.2","2.1.0","2.2.0","2.3.0","2.3.1"]},
    },
    "type":"object","required":["cryptogram","transaction_id","version"],"additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentMethodOptions.Card.ThreeDSecure.NetworkOptions": {
    "properties": {
      "cartes_bancaires": {"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentMethodOptions.Card.ThreeDSecure.NetworkOptions.CartesBancaires"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentMethodOptions.Card.ThreeDSecure.NetworkOptions.CartesBancaires": {
    "properties": {
      "cb_avalgo": {"enum":["0","1","2","3","4","A"]},
      "cb_exemption": {"type":"string"},
      "cb_score": {"type":"number"},
    },
    "type":"object","required":["cb_avalgo"],"additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentMethodOptions.SepaDebit": {
    "properties": {
      "mandate_options": {"$ref":"#/$defs/PaymentIntentUpdateParams.PaymentMethodOptions.SepaDebit.MandateOptions"},
      "setup_future_usage": {"anyOf":[{"enum":["","none","off_session","on_session"]},{"type":"null"}]},
      "target_date": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.PaymentMethodOptions.SepaDebit.MandateOptions": {
    "properties": {
      "reference_prefix": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.Shipping": {
    "properties": {
      "address": {"$ref":"#/$defs/AddressParam"},
      "carrier": {"type":"string"},
      "name": {"type":"string"},
      "phone": {"type":"string"},
      "tracking_number": {"type":"string"},
    },
    "type":"object","required":["address","name"],"additionalProperties":false},
  "PaymentIntentUpdateParams.TransferData": {
    "properties": {
      "amount": {"type":"number"},
      "description": {"type":"string"},
      "metadata": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/MetadataParam"}]},
      "payment_data": {"$ref":"#/$defs/PaymentIntentUpdateParams.TransferData.PaymentData"},
    },
    "type":"object","additionalProperties":false},
  "PaymentIntentUpdateParams.TransferData.PaymentData": {
    "properties": {
      "description": {"type":"string"},
      "metadata": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/MetadataParam"}]},
    },
    "type":"object","additionalProperties":false},
  "RangeQueryParam": {
    "properties": {
      "gt": {"type":"number"},
      "gte": {"type":"number"},
      "lt": {"type":"number"},
      "lte": {"type":"number"},
    },
    "type":"object","additionalProperties":false},
  "Refund": {
    "properties": {
      "id": {"type":"string"},
      "object": {"enum":["refund"]},
      "amount": {"type":"number"},
      "balance_transaction": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/BalanceTransaction"}]},
      "charge": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/Charge"}]},
      "created": {"type":"number"},
      "currency": {"type":"string"},
      "customer": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/Customer"}]},
      "customer_account": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "description": {"type":"string"},
      "destination_details": {"$ref":"#/$defs/Refund.DestinationDetails"},
      "failure_balance_transaction": {"anyOf":[{"type":"string"},{"$ref":"#/$defs/BalanceTransaction"}]},
      "failure_reason": {"type":"string"},
      "instructions_email": {"type":"string"},
      "metadata": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Metadata"}]},
      "next_action": {"$ref":"#/$defs/Refund.NextAction"},
      "payment_intent": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/PaymentIntent"}]},
      "payment_method": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "pending_reason": {"enum":["charge_pending","insufficient_funds","processing"]},
      "presentment_details": {"$ref":"#/$defs/Refund.PresentmentDetails"},
      "reason": {"anyOf":[{"enum":["duplicate","expired_uncaptured_charge","fraudulent","requested_by_customer"]},{"type":"null"}]},
      "receipt_number": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "source_transfer_reversal": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "status": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "transfer_reversal": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["id","object","amount","balance_transaction","charge","created","currency","customer","customer_account","metadata","payment_intent","payment_method","reason","receipt_number","source_transfer_reversal","status","transfer_reversal"],"additionalProperties":false},
  "Refund.DestinationDetails": {
    "properties": {
      "card": {"$ref":"#/$defs/Refund.DestinationDetails.Card"},
      "type": {"type":"string"},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Refund.DestinationDetails.Card": {
    "properties": {
      "reference": {"type":"string"},
      "reference_status": {"type":"string"},
      "reference_type": {"type":"string"},
      "type": {"enum":["pending","refund","reversal"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Refund.NextAction": {
    "properties": {
      "type": {"type":"string"},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Refund.PresentmentDetails": {
    "properties": {
      "presentment_amount": {"type":"number"},
      "presentment_currency": {"type":"string"},
    },
    "type":"object","required":["presentment_amount","presentment_currency"],"additionalProperties":false},
  "RefundCancelParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "RefundCreateParams": {
    "properties": {
      "amount": {"type":"number"},
      "charge": {"type":"string"},
      "currency": {"type":"string"},
      "customer": {"type":"string"},
      "expand": {"type":"array","items":{"type":"string"}},
      "instructions_email": {"type":"string"},
      "metadata": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/MetadataParam"}]},
      "origin": {"enum":["customer_balance"]},
      "payment_intent": {"type":"string"},
      "reason": {"enum":["duplicate","fraudulent","requested_by_customer"]},
      "refund_application_fee": {"type":"boolean"},
      "reverse_transfer": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "RefundCreatedEvent": {
    "properties": {
      "type": {"enum":["refund.created"]},
      "data": {"$ref":"#/$defs/RefundCreatedEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "RefundCreatedEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Refund"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "RefundFailedEvent": {
    "properties": {
      "type": {"enum":["refund.failed"]},
      "data": {"$ref":"#/$defs/RefundFailedEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "RefundFailedEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Refund"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "RefundListParams": {
    "properties": {
      "charge": {"type":"string"},
      "created": {"anyOf":[{"type":"number"},{"$ref":"#/$defs/RangeQueryParam"}]},
      "expand": {"type":"array","items":{"type":"string"}},
      "payment_intent": {"type":"string"},
      "ending_before": {"type":"string"},
      "limit": {"type":"number"},
      "starting_after": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "RefundRetrieveParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
    },
    "type":"object","additionalProperties":false},
  "RefundUpdateParams": {
    "properties": {
      "expand": {"type":"array","items":{"type":"string"}},
      "metadata": {"anyOf":[{"enum":[""]},{"type":"null"},{"$ref":"#/$defs/MetadataParam"}]},
    },
    "type":"object","additionalProperties":false},
  "RefundUpdatedEvent": {
    "properties": {
      "type": {"enum":["refund.updated"]},
      "data": {"$ref":"#/$defs/RefundUpdatedEvent.Data"},
      "id": {"type":"string"},
      "object": {"enum":["event"]},
      "account": {"type":"string"},
      "api_version": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "context": {"type":"string"},
      "created": {"type":"number"},
      "livemode": {"type":"boolean"},
      "pending_webhooks": {"type":"number"},
      "request": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Event.Request"}]},
    },
    "type":"object","required":["type","data","id","object","api_version","created","livemode","pending_webhooks","request"],"additionalProperties":false},
  "RefundUpdatedEvent.Data": {
    "properties": {
      "object": {"$ref":"#/$defs/Refund"},
      "previous_attributes": {"type":"object"},
    },
    "type":"object","required":["object"],"additionalProperties":false},
  "Session": {
    "properties": {
      "id": {"type":"string"},
      "object": {"enum":["checkout.session"]},
      "adaptive_pricing": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.AdaptivePricing"}]},
      "after_expiration": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.AfterExpiration"}]},
      "allow_promotion_codes": {"anyOf":[{"type":"null"},{"type":"boolean"}]},
      "allowed_payment_method_types": {"anyOf":[{"type":"null"},{"type":"array","items":{"type":"string"}}]},
      "amount_subtotal": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "amount_total": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "automatic_tax": {"$ref":"#/$defs/Session.AutomaticTax"},
      "billing_address_collection": {"anyOf":[{"enum":["auto","required"]},{"type":"null"}]},
      "branding_settings": {"$ref":"#/$defs/Session.BrandingSettings"},
      "cancel_url": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "client_reference_id": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "client_secret": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "collected_information": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.CollectedInformation"}]},
      "consent": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.Consent"}]},
      "consent_collection": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.ConsentCollection"}]},
      "created": {"type":"number"},
      "currency": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "currency_conversion": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.CurrencyConversion"}]},
      "custom_fields": {"type":"array","items":{"$ref":"#/$defs/Session.CustomField"}},
      "custom_text": {"$ref":"#/$defs/Session.CustomText"},
      "customer": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/Customer"}]},
      "customer_account": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "customer_creation": {"anyOf":[{"enum":["always","if_required"]},{"type":"null"}]},
      "customer_details": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.CustomerDetails"}]},
      "customer_email": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "discounts": {"anyOf":[{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/Session.Discount"}}]},
      "excluded_payment_method_types": {"type":"array","items":{"type":"string"}},
      "expires_at": {"type":"number"},
      "integration_identifier": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "invoice": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "invoice_creation": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.InvoiceCreation"}]},
      "line_items": {"type":"object","properties":{"object":{"enum":["list"]},"data":{"type":"array","items":{"$ref":"#/$defs/LineItem"}},"has_more":{"type":"boolean"},"url":{"type":"string"}},"required":["object","data","has_more","url"],"additionalProperties":false},
      "livemode": {"type":"boolean"},
      "locale": {"anyOf":[{"enum":["auto","bg","cs","da","de","el","en","en-GB","es","es-419","et","fi","fil","fr","fr-CA","hi-IN","hr","hu","id","it","ja","ko","lt","lv","ms","mt","nb","nl","pl","pt","pt-BR","ro","ru","sk","sl","sv","th","tr","vi","zh","zh-HK","zh-TW"]},{"type":"null"}]},
      "managed_payments": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.ManagedPayments"}]},
      "metadata": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Metadata"}]},
      "mode": {"enum":["payment","setup","subscription"]},
      "name_collection": {"$ref":"#/$defs/Session.NameCollection"},
      "optional_items": {"anyOf":[{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/Session.OptionalItem"}}]},
      "origin_context": {"anyOf":[{"enum":["mobile_app","web"]},{"type":"null"}]},
      "payment_intent": {"anyOf":[{"type":"null"},{"type":"string"},{"$ref":"#/$defs/PaymentIntent"}]},
      "payment_link": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "payment_method_collection": {"anyOf":[{"enum":["always","if_required"]},{"type":"null"}]},
      "payment_method_configuration_details": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.PaymentMethodConfigurationDetails"}]},
      "payment_method_options": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.PaymentMethodOptions"}]},
      "payment_method_types": {"type":"array","items":{"type":"string"}},
      "payment_status": {"enum":["no_payment_required","paid","unpaid"]},
      "permissions": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.Permissions"}]},
      "phone_number_collection": {"$ref":"#/$defs/Session.PhoneNumberCollection"},
      "presentment_details": {"$ref":"#/$defs/Session.PresentmentDetails"},
      "recovered_from": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "redirect_on_completion": {"enum":["always","if_required","never"]},
      "return_url": {"type":"string"},
      "saved_payment_method_options": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.SavedPaymentMethodOptions"}]},
      "setup_intent": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_address_collection": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.ShippingAddressCollection"}]},
      "shipping_cost": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.ShippingCost"}]},
      "shipping_options": {"type":"array","items":{"$ref":"#/$defs/Session.ShippingOption"}},
      "status": {"anyOf":[{"enum":["complete","expired","open"]},{"type":"null"}]},
      "submit_type": {"anyOf":[{"enum":["auto","book","donate","pay","subscribe"]},{"type":"null"}]},
      "subscription": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "success_url": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "tax_id_collection": {"$ref":"#/$defs/Session.TaxIdCollection"},
      "total_details": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.TotalDetails"}]},
      "ui_mode": {"anyOf":[{"enum":["elements","embedded_page","form","hosted_page"]},{"type":"null"}]},
      "url": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "wallet_options": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.WalletOptions"}]},
    },
    "type":"object","required":["id","object","adaptive_pricing","after_expiration","allow_promotion_codes","allowed_payment_method_types","amount_subtotal","amount_total","automatic_tax","billing_address_collection","cancel_url","client_reference_id","client_secret","collected_information","consent","consent_collection","created","currency","currency_conversion","custom_fields","custom_text","customer","customer_account","customer_creation","customer_details","customer_email","discounts","expires_at","integration_identifier","invoice","invoice_creation","livemode","locale","managed_payments","metadata","mode","origin_context","payment_intent","payment_link","payment_method_collection","payment_method_configuration_details","payment_method_options","payment_method_types","payment_status","permissions","recovered_from","saved_payment_method_options","setup_intent","shipping_address_collection","shipping_cost","shipping_options","status","submit_type","subscription","success_url","total_details","ui_mode","url","wallet_options"],"additionalProperties":false},
  "Session.AdaptivePricing": {
    "properties": {
      "enabled": {"type":"boolean"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "Session.AfterExpiration": {
    "properties": {
      "recovery": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.AfterExpiration.Recovery"}]},
    },
    "type":"object","required":["recovery"],"additionalProperties":false},
  "Session.AfterExpiration.Recovery": {
    "properties": {
      "allow_promotion_codes": {"type":"boolean"},
      "enabled": {"type":"boolean"},
      "expires_at": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "url": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["allow_promotion_codes","enabled","expires_at","url"],"additionalProperties":false},
  "Session.AutomaticTax": {
    "properties": {
      "enabled": {"type":"boolean"},
      "liability": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.AutomaticTax.Liability"}]},
      "provider": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "status": {"anyOf":[{"enum":["complete","failed","requires_location_inputs"]},{"type":"null"}]},
    },
    "type":"object","required":["enabled","liability","provider","status"],"additionalProperties":false},
  "Session.AutomaticTax.Liability": {
    "properties": {
      "account": {"type":"string"},
      "type": {"enum":["account","self"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Session.BrandingSettings": {
    "properties": {
      "background_color": {"type":"string"},
      "border_style": {"enum":["pill","rectangular","rounded"]},
      "button_color": {"type":"string"},
      "display_name": {"type":"string"},
      "font_family": {"type":"string"},
      "icon": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.BrandingSettings.Icon"}]},
      "logo": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.BrandingSettings.Logo"}]},
    },
    "type":"object","required":["background_color","border_style","button_color","display_name","font_family","icon","logo"],"additionalProperties":false},
  "Session.BrandingSettings.Icon": {
    "properties": {
      "file": {"type":"string"},
      "type": {"enum":["file","url"]},
      "url": {"type":"string"},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Session.BrandingSettings.Logo": {
    "properties": {
      "file": {"type":"string"},
      "type": {"enum":["file","url"]},
      "url": {"type":"string"},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Session.CollectedInformation": {
    "properties": {
      "business_name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "individual_name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "shipping_details": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.CollectedInformation.ShippingDetails"}]},
    },
    "type":"object","required":["business_name","individual_name","shipping_details"],"additionalProperties":false},
  "Session.CollectedInformation.ShippingDetails": {
    "properties": {
      "address": {"$ref":"#/$defs/Address"},
      "name": {"type":"string"},
    },
    "type":"object","required":["address","name"],"additionalProperties":false},
  "Session.Consent": {
    "properties": {
      "promotions": {"anyOf":[{"enum":["opt_in","opt_out"]},{"type":"null"}]},
      "terms_of_service": {"anyOf":[{"enum":["accepted"]},{"type":"null"}]},
    },
    "type":"object","required":["promotions","terms_of_service"],"additionalProperties":false},
  "Session.ConsentCollection": {
    "properties": {
      "payment_method_reuse_agreement": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.ConsentCollection.PaymentMethodReuseAgreement"}]},
      "promotions": {"anyOf":[{"enum":["auto","none"]},{"type":"null"}]},
      "terms_of_service": {"anyOf":[{"enum":["none","required"]},{"type":"null"}]},
    },
    "type":"object","required":["payment_method_reuse_agreement","promotions","terms_of_service"],"additionalProperties":false},
  "Session.ConsentCollection.PaymentMethodReuseAgreement": {
    "properties": {
      "position": {"enum":["auto","hidden"]},
    },
    "type":"object","required":["position"],"additionalProperties":false},
  "Session.CurrencyConversion": {
    "properties": {
      "amount_subtotal": {"type":"number"},
      "amount_total": {"type":"number"},
      "fx_rate": {"type":"string","pattern":"^-?\\d+(\\.\\d+)?$"},
      "source_currency": {"type":"string"},
    },
    "type":"object","required":["amount_subtotal","amount_total","fx_rate","source_currency"],"additionalProperties":false},
  "Session.CustomField": {
    "properties": {
      "dropdown": {"$ref":"#/$defs/Session.CustomField.Dropdown"},
      "key": {"type":"string"},
      "label": {"$ref":"#/$defs/Session.CustomField.Label"},
      "numeric": {"$ref":"#/$defs/Session.CustomField.Numeric"},
      "optional": {"type":"boolean"},
      "text": {"$ref":"#/$defs/Session.CustomField.Text"},
      "type": {"enum":["dropdown","numeric","text"]},
    },
    "type":"object","required":["key","label","optional","type"],"additionalProperties":false},
  "Session.CustomField.Dropdown": {
    "properties": {
      "default_value": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "options": {"type":"array","items":{"$ref":"#/$defs/Session.CustomField.Dropdown.Option"}},
      "value": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["default_value","options","value"],"additionalProperties":false},
  "Session.CustomField.Dropdown.Option": {
    "properties": {
      "label": {"type":"string"},
      "value": {"type":"string"},
    },
    "type":"object","required":["label","value"],"additionalProperties":false},
  "Session.CustomField.Label": {
    "properties": {
      "custom": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "type": {"enum":["custom"]},
    },
    "type":"object","required":["custom","type"],"additionalProperties":false},
  "Session.CustomField.Numeric": {
    "properties": {
      "default_value": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "maximum_length": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "minimum_length": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "value": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["default_value","maximum_length","minimum_length","value"],"additionalProperties":false},
  "Session.CustomField.Text": {
    "properties": {
      "default_value": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "maximum_length": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "minimum_length": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "value": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["default_value","maximum_length","minimum_length","value"],"additionalProperties":false},
  "Session.CustomText": {
    "properties": {
      "after_submit": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.CustomText.AfterSubmit"}]},
      "shipping_address": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.CustomText.ShippingAddress"}]},
      "submit": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.CustomText.Submit"}]},
      "terms_of_service_acceptance": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.CustomText.TermsOfServiceAcceptance"}]},
    },
    "type":"object","required":["after_submit","shipping_address","submit","terms_of_service_acceptance"],"additionalProperties":false},
  "Session.CustomText.AfterSubmit": {
    "properties": {
      "message": {"type":"string"},
    },
    "type":"object","required":["message"],"additionalProperties":false},
  "Session.CustomText.ShippingAddress": {
    "properties": {
      "message": {"type":"string"},
    },
    "type":"object","required":["message"],"additionalProperties":false},
  "Session.CustomText.Submit": {
    "properties": {
      "message": {"type":"string"},
    },
    "type":"object","required":["message"],"additionalProperties":false},
  "Session.CustomText.TermsOfServiceAcceptance": {
    "properties": {
      "message": {"type":"string"},
    },
    "type":"object","required":["message"],"additionalProperties":false},
  "Session.CustomerDetails": {
    "properties": {
      "address": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Address"}]},
      "business_name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "email": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "individual_name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "name": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "phone": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "tax_exempt": {"anyOf":[{"enum":["exempt","none","reverse"]},{"type":"null"}]},
      "tax_ids": {"anyOf":[{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/Session.CustomerDetails.TaxId"}}]},
    },
    "type":"object","required":["address","business_name","email","individual_name","name","phone","tax_exempt","tax_ids"],"additionalProperties":false},
  "Session.CustomerDetails.TaxId": {
    "properties": {
      "type": {"enum":["ad_nrt","ae_trn","al_tin","am_tin","ao_tin","ar_cuit","au_abn","au_acn","au_arn","au_wpn","aw_tin","az_tin","ba_tin","bb_tin","bd_bin","bf_ifu","bg_uic","bh_vat","bj_ifu","bo_tin","br_cnpj","br_cpf","bs_tin","bw_vat","by_tin","ca_bn","ca_gst_hst","ca_pst_bc","ca_pst_mb","ca_pst_sk","ca_qst","cd_nif","ch_uid","ch_vat","ci_vat","cl_tin","cm_niu","cn_tin","co_nit","cr_tin","cv_nif","cz_dic","de_stn","do_rcn","ec_ruc","eg_tin","es_cif","et_tin","eu_oss_vat","eu_vat","fo_vat","fr_siren","fr_siret","fr_spi","gb_vat","ge_vat","gh_tin","gi_tin","gn_nif","hk_br","hr_oib","hu_tin","ic_nif","id_npwp","il_vat","in_gst","is_kt","is_vat","it_cf","jp_cn","jp_rn","jp_trn","ke_pin","kg_tin","kh_tin","kr_brn","kz_bin","la_tin","li_uid","li_vat","lk_vat","ma_vat","md_cf","md_vat","me_pib","mk_vat","mr_nif","mu_vat","mx_rfc","my_frp","my_itn","my_sst","mz_nuit","ng_tin","no_vat","no_voec","np_pan","nz_bn","nz_gst","om_vat","pe_ruc","ph_tin","pl_nip","pt_nif","py_ruc","ro_tin","rs_pib","ru_inn","ru_kpp","sa_vat","sg_gst","sg_uen","si_tin","sm_coe","sn_ninea","sr_fin","sv_nit","th_vat","tj_tin","tr_tin","tt_bir","tt_vat","tw_vat","tz_vat","ua_vat","ug_tin","unknown","us_ein","uy_ruc","uz_tin","uz_vat","ve_rif","vn_tin","za_vat","zm_tin","zw_tin"]},
      "value": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["type","value"],"additionalProperties":false},
  "Session.Discount": {
    "properties": {
      "coupon": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "promotion_code": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["coupon","promotion_code"],"additionalProperties":false},
  "Session.InvoiceCreation": {
    "properties": {
      "enabled": {"type":"boolean"},
      "invoice_data": {"$ref":"#/$defs/Session.InvoiceCreation.InvoiceData"},
    },
    "type":"object","required":["enabled","invoice_data"],"additionalProperties":false},
  "Session.InvoiceCreation.InvoiceData": {
    "properties": {
      "account_tax_ids": {"anyOf":[{"type":"null"},{"type":"array","items":{"type":"string"}}]},
      "custom_fields": {"anyOf":[{"type":"null"},{"type":"array","items":{"$ref":"#/$defs/Session.InvoiceCreation.InvoiceData.CustomField"}}]},
      "description": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "footer": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "issuer": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.InvoiceCreation.InvoiceData.Issuer"}]},
      "metadata": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Metadata"}]},
      "rendering_options": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.InvoiceCreation.InvoiceData.RenderingOptions"}]},
    },
    "type":"object","required":["account_tax_ids","custom_fields","description","footer","issuer","metadata","rendering_options"],"additionalProperties":false},
  "Session.InvoiceCreation.InvoiceData.CustomField": {
    "properties": {
      "name": {"type":"string"},
      "value": {"type":"string"},
    },
    "type":"object","required":["name","value"],"additionalProperties":false},
  "Session.InvoiceCreation.InvoiceData.Issuer": {
    "properties": {
      "account": {"type":"string"},
      "type": {"enum":["account","self"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "Session.InvoiceCreation.InvoiceData.RenderingOptions": {
    "properties": {
      "amount_tax_display": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "template": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["amount_tax_display","template"],"additionalProperties":false},
  "Session.ManagedPayments": {
    "properties": {
      "enabled": {"type":"boolean"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "Session.NameCollection": {
    "properties": {
      "business": {"$ref":"#/$defs/Session.NameCollection.Business"},
      "individual": {"$ref":"#/$defs/Session.NameCollection.Individual"},
    },
    "type":"object","additionalProperties":false},
  "Session.NameCollection.Business": {
    "properties": {
      "enabled": {"type":"boolean"},
      "optional": {"type":"boolean"},
    },
    "type":"object","required":["enabled","optional"],"additionalProperties":false},
  "Session.NameCollection.Individual": {
    "properties": {
      "enabled": {"type":"boolean"},
      "optional": {"type":"boolean"},
    },
    "type":"object","required":["enabled","optional"],"additionalProperties":false},
  "Session.OptionalItem": {
    "properties": {
      "adjustable_quantity": {"anyOf":[{"type":"null"},{"$ref":"#/$defs/Session.OptionalItem.AdjustableQuantity"}]},
      "price": {"type":"string"},
      "quantity": {"type":"number"},
    },
    "type":"object","required":["adjustable_quantity","price","quantity"],"additionalProperties":false},
  "Session.OptionalItem.AdjustableQuantity": {
    "properties": {
      "enabled": {"type":"boolean"},
      "maximum": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "minimum": {"anyOf":[{"type":"null"},{"type":"number"}]},
    },
    "type":"object","required":["enabled","maximum","minimum"],"additionalProperties":false},
  "Session.PaymentMethodConfigurationDetails": {
    "properties": {
      "id": {"type":"string"},
      "parent": {"anyOf":[{"type":"null"},{"type":"string"}]},
    },
    "type":"object","required":["id","parent"],"additionalProperties":false},
  "Session.PaymentMethodOptions": {
    "properties": {
      "card": {"$ref":"#/$defs/Session.PaymentMethodOptions.Card"},
      "sepa_debit": {"$ref":"#/$defs/Session.PaymentMethodOptions.SepaDebit"},
    },
    "type":"object","additionalProperties":false},
  "Session.PaymentMethodOptions.Card": {
    "properties": {
      "capture_method": {"enum":["manual"]},
      "installments": {"$ref":"#/$defs/Session.PaymentMethodOptions.Card.Installments"},
      "request_extended_authorization": {"enum":["if_available","never"]},
      "request_incremental_authorization": {"enum":["if_available","never"]},
      "request_multicapture": {"enum":["if_available","never"]},
      "request_overcapture": {"enum":["if_available","never"]},
      "request_three_d_secure": {"enum":["any","automatic","challenge"]},
      "restrictions": {"$ref":"#/$defs/Session.PaymentMethodOptions.Card.Restrictions"},
      "setup_future_usage": {"enum":["none","off_session","on_session"]},
      "statement_descriptor_suffix_kana": {"type":"string"},
      "statement_descriptor_suffix_kanji": {"type":"string"},
    },
    "type":"object","required":["request_three_d_secure"],"additionalProperties":false},
  "Session.PaymentMethodOptions.Card.Installments": {
    "properties": {
      "enabled": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "Session.PaymentMethodOptions.Card.Restrictions": {
    "properties": {
      "brands_blocked": {"type":"array","items":{"enum":["american_express","discover_global_network","mastercard","visa"]}},
      "funding_types_blocked": {"type":"array","items":{"enum":["credit","debit","prepaid"]}},
    },
    "type":"object","additionalProperties":false},
  "Session.PaymentMethodOptions.SepaDebit": {
    "properties": {
      "mandate_options": {"$ref":"#/$defs/Session.PaymentMethodOptions.SepaDebit.MandateOptions"},
      "setup_future_usage": {"enum":["none","off_session","on_session"]},
      "target_date": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Session.PaymentMethodOptions.SepaDebit.MandateOptions": {
    "properties": {
      "reference_prefix": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "Session.Permissions": {
    "properties": {
      "update_shipping_details": {"anyOf":[{"enum":["client_only","server_only"]},{"type":"null"}]},
    },
    "type":"object","required":["update_shipping_details"],"additionalProperties":false},
  "Session.PhoneNumberCollection": {
    "properties": {
      "enabled": {"type":"boolean"},
    },
    "type":"object","required":["enabled"],"additionalProperties":false},
  "Session.PresentmentDetails": {
    "properties": {
      "presentment_amount": {"type":"number"},
      "presentment_currency": {"type":"string"},
    },
    "type":"object","required":["presentment_amount","presentment_currency"],"additionalProperties":false},
  "Session.SavedPaymentMethodOptions": {
    "properties": {
      "allow_redisplay_filters": {"anyOf":[{"type":"null"},{"type":"array","items":{"enum":["always","limited","unspecified"]}}]},
      "payment_method_remove": {"anyOf":[{"enum":["disabled","enabled"]},{"type":"null"}]},
      "payment_method_save": {"anyOf":[{"enum":["disabled","enabled"]},{"type":"null"}]},
    },
    "type":"object","required":["allow_redisplay_filters","payment_method_remove","payment_method_save"],"additionalProperties":false},
  "Session.ShippingAddressCollection": {
    "properties": {
      "allowed_countries": {"type":"array","items":{"enum":["AC","AD","AE","AF","AG","AI","AL","AM","AO","AQ","AR","AT","AU","AW","AX","AZ","BA","BB","BD","BE","BF","BG","BH","BI","BJ","BL","BM","BN","BO","BQ","BR","BS","BT","BV","BW","BY","BZ","CA","CD","CF","CG","CH","CI","CK","CL","CM","CN","CO","CR","CV","CW","CY","CZ","DE","DJ","DK","DM","DO","DZ","EC","EE","EG","EH","ER","ES","ET","FI","FJ","FK","FO","FR","GA","GB","GD","GE","GF","GG","GH","GI","GL","GM","GN","GP","GQ","GR","GS","GT","GU","GW","GY","HK","HN","HR","HT","HU","ID","IE","IL","IM","IN","IO","IQ","IS","IT","JE","JM","JO","JP","KE","KG","KH","KI","KM","KN","KR","KW","KY","KZ","LA","LB","LC","LI","LK","LR","LS","LT","LU","LV","LY","MA","MC","MD","ME","MF","MG","MK","ML","MM","MN","MO","MQ","MR","MS","MT","MU","MV","MW","MX","MY","MZ","NA","NC","NE","NG","NI","NL","NO","NP","NR","NU","NZ","OM","PA","PE","PF","PG","PH","PK","PL","PM","PN","PR","PS","PT","PY","QA","RE","RO","RS","RU","RW","SA","SB","SC","SD","SE","SG","SH","SI","SJ","SK","SL","SM","SN","SO","SR","SS","ST","SV","SX","SZ","TA","TC","TD","TF","TG","TH","TJ","TK","TL","TM","TN","TO","TR","TT","TV","TW","TZ","UA","UG","US","UY","UZ","VA","VC","VE","VG","VN","VU","WF","WS","XK","YE","YT","ZA","ZM","ZW","ZZ"]}},
    },
    "type":"object","required":["allowed_countries"],"additionalProperties":false},
  "Session.ShippingCost": {
    "properties": {
      "amount_subtotal": {"type":"number"},
      "amount_tax": {"type":"number"},
      "amount_total": {"type":"number"},
      "shipping_rate": {"anyOf":[{"type":"null"},{"type":"string"}]},
      "taxes": {"type":"array","items":{"$ref":"#/$defs/Session.ShippingCost.Tax"}},
    },
    "type":"object","required":["amount_subtotal","amount_tax","amount_total","shipping_rate"],"additionalProperties":false},
  "Session.ShippingCost.Tax": {
    "properties": {
      "amount": {"type":"number"},
      "rate": {"not":{}},
      "taxability_reason": {"anyOf":[{"enum":["customer_exempt","not_collecting","not_subject_to_tax","not_supported","portion_product_exempt","portion_reduced_rated","portion_standard_rated","product_exempt","product_exempt_holiday","proportionally_rated","reduced_rated","reverse_charge","standard_rated","taxable_basis_reduced","zero_rated"]},{"type":"null"}]},
      "taxable_amount": {"anyOf":[{"type":"null"},{"type":"number"}]},
    },
    "type":"object","required":["amount","rate","taxability_reason","taxable_amount"],"additionalProperties":false},
  "Session.ShippingOption": {
    "properties": {
      "shipping_amount": {"type":"number"},
      "shipping_rate": {"type":"string"},
    },
    "type":"object","required":["shipping_amount","shipping_rate"],"additionalProperties":false},
  "Session.TaxIdCollection": {
    "properties": {
      "enabled": {"type":"boolean"},
      "required": {"enum":["if_supported","never"]},
    },
    "type":"object","required":["enabled","required"],"additionalProperties":false},
  "Session.TotalDetails": {
    "properties": {
      "amount_discount": {"type":"number"},
      "amount_shipping": {"anyOf":[{"type":"null"},{"type":"number"}]},
      "amount_tax": {"type":"number"},
      "breakdown": {"$ref":"#/$defs/Session.TotalDetails.Breakdown"},
    },
    "type":"object","required":["amount_discount","amount_shipping","amount_tax"],"additionalProperties":false},
  "Session.TotalDetails.Breakdown": {
    "properties": {
      "discounts": {"type":"array","items":{"$ref":"#/$defs/Session.TotalDetails.Breakdown.Discount"}},
      "taxes": {"type":"array","items":{"$ref":"#/$defs/Session.TotalDetails.Breakdown.Tax"}},
    },
    "type":"object","required":["discounts","taxes"],"additionalProperties":false},
  "Session.TotalDetails.Breakdown.Discount": {
    "properties": {
      "amount": {"type":"number"},
      "discount": {"not":{}},
    },
    "type":"object","required":["amount","discount"],"additionalProperties":false},
  "Session.TotalDetails.Breakdown.Tax": {
    "properties": {
      "amount": {"type":"number"},
      "rate": {"not":{}},
      "taxability_reason": {"anyOf":[{"enum":["customer_exempt","not_collecting","not_subject_to_tax","not_supported","portion_product_exempt","portion_reduced_rated","portion_standard_rated","product_exempt","product_exempt_holiday","proportionally_rated","reduced_rated","reverse_charge","standard_rated","taxable_basis_reduced","zero_rated"]},{"type":"null"}]},
      "taxable_amount": {"anyOf":[{"type":"null"},{"type":"number"}]},
    },
    "type":"object","required":["amount","rate","taxability_reason","taxable_amount"],"additionalProperties":false},
  "Session.WalletOptions": {
    "properties": {
      "link": {"$ref":"#/$defs/Session.WalletOptions.Link"},
    },
    "type":"object","additionalProperties":false},
  "Session.WalletOptions.Link": {
    "properties": {
      "display": {"enum":["auto","never"]},
    },
    "type":"object","additionalProperties":false},
  "ShippingAddressParam": {
    "properties": {
      "line1": {"type":"string"},
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
    },
    "type":"object","required":["line1"],"additionalProperties":false},
  "V2.Core.AccountCreateParams": {
    "properties": {
      "account_token": {"type":"string"},
      "configuration": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration"},
      "contact_email": {"type":"string"},
      "contact_phone": {"type":"string"},
      "dashboard": {"enum":["express","full","none"]},
      "defaults": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Defaults"},
      "display_name": {"type":"string"},
      "identity": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity"},
      "include": {"type":"array","items":{"enum":["configuration.customer","configuration.merchant","configuration.recipient","defaults","future_requirements","identity","requirements"]}},
      "metadata": {"$ref":"#/$defs/MetadataParam"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration": {
    "properties": {
      "merchant": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant": {
    "properties": {
      "bacs_debit_payments": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.BacsDebitPayments"},
      "branding": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.Branding"},
      "capabilities": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.Capabilities"},
      "card_payments": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.CardPayments"},
      "konbini_payments": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.KonbiniPayments"},
      "mcc": {"type":"string"},
      "script_statement_descriptor": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.ScriptStatementDescriptor"},
      "sepa_debit_payments": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.SepaDebitPayments"},
      "statement_descriptor": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.StatementDescriptor"},
      "support": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.Support"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.BacsDebitPayments": {
    "properties": {
      "display_name": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.Branding": {
    "properties": {
      "icon": {"type":"string"},
      "logo": {"type":"string"},
      "primary_color": {"type":"string"},
      "secondary_color": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.Capabilities": {
    "properties": {
      "card_payments": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.Capabilities.CardPayments"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.Capabilities.CardPayments": {
    "properties": {
      "requested": {"type":"boolean"},
    },
    "type":"object","required":["requested"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.CardPayments": {
    "properties": {
      "decline_on": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.CardPayments.DeclineOn"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.CardPayments.DeclineOn": {
    "properties": {
      "avs_failure": {"type":"boolean"},
      "cvc_failure": {"type":"boolean"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.KonbiniPayments": {
    "properties": {
      "support": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.KonbiniPayments.Support"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.KonbiniPayments.Support": {
    "properties": {
      "email": {"type":"string"},
      "hours": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.KonbiniPayments.Support.Hours"},
      "phone": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.KonbiniPayments.Support.Hours": {
    "properties": {
      "end_time": {"type":"string"},
      "start_time": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.ScriptStatementDescriptor": {
    "properties": {
      "kana": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.ScriptStatementDescriptor.Kana"},
      "kanji": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.ScriptStatementDescriptor.Kanji"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.ScriptStatementDescriptor.Kana": {
    "properties": {
      "descriptor": {"type":"string"},
      "prefix": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.ScriptStatementDescriptor.Kanji": {
    "properties": {
      "descriptor": {"type":"string"},
      "prefix": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.SepaDebitPayments": {
    "properties": {
      "creditor_id": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.StatementDescriptor": {
    "properties": {
      "descriptor": {"type":"string"},
      "prefix": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.Support": {
    "properties": {
      "address": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Configuration.Merchant.Support.Address"},
      "email": {"type":"string"},
      "phone": {"type":"string"},
      "url": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Configuration.Merchant.Support.Address": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","required":["country"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Defaults": {
    "properties": {
      "currency": {"type":"string"},
      "locales": {"type":"array","items":{"enum":["ar-SA","bg","bg-BG","cs","cs-CZ","da","da-DK","de","de-DE","el","el-GR","en","en-AU","en-CA","en-GB","en-IE","en-IN","en-NZ","en-SG","en-US","es","es-419","es-ES","et","et-EE","fi","fi-FI","fil","fil-PH","fr","fr-CA","fr-FR","he-IL","hr","hr-HR","hu","hu-HU","id","id-ID","it","it-IT","ja","ja-JP","ko","ko-KR","lt","lt-LT","lv","lv-LV","ms","ms-MY","mt","mt-MT","nb","nb-NO","nl","nl-NL","pl","pl-PL","pt","pt-BR","pt-PT","ro","ro-RO","ru","ru-RU","sk","sk-SK","sl","sl-SI","sv","sv-SE","th","th-TH","tr","tr-TR","vi","vi-VN","zh","zh-HK","zh-Hans","zh-Hant-HK","zh-Hant-TW","zh-TW"]}},
      "profile": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Defaults.Profile"},
      "responsibilities": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Defaults.Responsibilities"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Defaults.Profile": {
    "properties": {
      "business_url": {"type":"string"},
      "doing_business_as": {"type":"string"},
      "product_description": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Defaults.Responsibilities": {
    "properties": {
      "fees_collector": {"enum":["application","application_custom","application_express","stripe"]},
      "losses_collector": {"enum":["application","stripe"]},
    },
    "type":"object","required":["fees_collector","losses_collector"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity": {
    "properties": {
      "attestations": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Attestations"},
      "business_details": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails"},
      "country": {"type":"string"},
      "entity_type": {"enum":["company","government_entity","individual","non_profit"]},
      "individual": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Attestations": {
    "properties": {
      "directorship_declaration": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Attestations.DirectorshipDeclaration"},
      "ownership_declaration": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Attestations.OwnershipDeclaration"},
      "persons_provided": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Attestations.PersonsProvided"},
      "representative_declaration": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Attestations.RepresentativeDeclaration"},
      "terms_of_service": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Attestations.TermsOfService"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Attestations.DirectorshipDeclaration": {
    "properties": {
      "date": {"type":"string"},
      "ip": {"type":"string"},
      "user_agent": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Attestations.OwnershipDeclaration": {
    "properties": {
      "date": {"type":"string"},
      "ip": {"type":"string"},
      "user_agent": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Attestations.PersonsProvided": {
    "properties": {
      "directors": {"type":"boolean"},
      "executives": {"type":"boolean"},
      "owners": {"type":"boolean"},
      "ownership_exemption_reason": {"enum":["qualified_entity_exceeds_ownership_threshold","qualifies_as_financial_institution"]},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Attestations.RepresentativeDeclaration": {
    "properties": {
      "date": {"type":"string"},
      "ip": {"type":"string"},
      "user_agent": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Attestations.TermsOfService": {
    "properties": {
      "account": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Attestations.TermsOfService.Account"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Attestations.TermsOfService.Account": {
    "properties": {
      "date": {"type":"string"},
      "ip": {"type":"string"},
      "user_agent": {"type":"string"},
    },
    "type":"object","required":["date","ip"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails": {
    "properties": {
      "additional_addresses": {"type":"array","items":{"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.AdditionalAddress"}},
      "address": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Address"},
      "annual_revenue": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.AnnualRevenue"},
      "documents": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents"},
      "estimated_worker_count": {"type":"number"},
      "id_numbers": {"type":"array","items":{"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.IdNumber"}},
      "monthly_estimated_revenue": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.MonthlyEstimatedRevenue"},
      "phone": {"type":"string"},
      "registered_name": {"type":"string"},
      "registration_date": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.RegistrationDate"},
      "script_addresses": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.ScriptAddresses"},
      "script_names": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.ScriptNames"},
      "structure": {"enum":["cooperative","free_zone_establishment","free_zone_llc","government_instrumentality","governmental_unit","incorporated_association","incorporated_non_profit","incorporated_partnership","limited_liability_partnership","llc","multi_member_llc","private_company","private_corporation","private_partnership","public_company","public_corporation","public_listed_corporation","public_partnership","registered_charity","single_member_llc","sole_establishment","sole_proprietorship","tax_exempt_government_instrumentality","trust","unincorporated_association","unincorporated_non_profit","unincorporated_partnership"]},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.AdditionalAddress": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "purpose": {"enum":["administrative","principal_place_of_business"]},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","required":["purpose"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Address": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","required":["country"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.AnnualRevenue": {
    "properties": {
      "amount": {"$ref":"#/$defs/V2Amount"},
      "fiscal_year_end": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents": {
    "properties": {
      "bank_account_ownership_verification": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.BankAccountOwnershipVerification"},
      "company_license": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.CompanyLicense"},
      "company_memorandum_of_association": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.CompanyMemorandumOfAssociation"},
      "company_ministerial_decree": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.CompanyMinisterialDecree"},
      "company_registration_verification": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.CompanyRegistrationVerification"},
      "company_tax_id_verification": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.CompanyTaxIdVerification"},
      "primary_verification": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.PrimaryVerification"},
      "proof_of_address": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.ProofOfAddress"},
      "proof_of_registration": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.ProofOfRegistration"},
      "proof_of_ultimate_beneficial_ownership": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.ProofOfUltimateBeneficialOwnership"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.BankAccountOwnershipVerification": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.CompanyLicense": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.CompanyMemorandumOfAssociation": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.CompanyMinisterialDecree": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.CompanyRegistrationVerification": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.CompanyTaxIdVerification": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.PrimaryVerification": {
    "properties": {
      "front_back": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.PrimaryVerification.FrontBack"},
      "type": {"enum":["front_back"]},
    },
    "type":"object","required":["front_back","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.PrimaryVerification.FrontBack": {
    "properties": {
      "back": {"type":"string"},
      "front": {"type":"string"},
    },
    "type":"object","required":["front"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.ProofOfAddress": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.ProofOfRegistration": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "signer": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.ProofOfRegistration.Signer"},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.ProofOfRegistration.Signer": {
    "properties": {
      "person": {"type":"string"},
    },
    "type":"object","required":["person"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.ProofOfUltimateBeneficialOwnership": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "signer": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.ProofOfUltimateBeneficialOwnership.Signer"},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.Documents.ProofOfUltimateBeneficialOwnership.Signer": {
    "properties": {
      "person": {"type":"string"},
    },
    "type":"object","required":["person"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.IdNumber": {
    "properties": {
      "registrar": {"type":"string"},
      "type": {"enum":["ae_crn","ae_vat","ao_nif","ar_cuit","at_fn","at_stn","at_vat","au_abn","au_acn","au_in","az_tin","bd_etin","be_cbe","be_vat","bg_uic","bg_vat","br_cnpj","ca_cn","ca_crarr","ca_gst_hst","ca_neq","ca_rid","ch_chid","ch_uid","cr_cpj","cr_nite","cy_he","cy_tic","cy_vat","cz_ico","cz_vat","de_hrn","de_stn","de_vat","dk_cvr","dk_vat","do_rcn","ee_rk","ee_vat","es_cif","es_vat","fi_vat","fi_yt","fr_rna","fr_siren","fr_vat","gb_crn","gb_vat","gi_crn","gr_afm","gr_gemi","gr_vat","gt_nit","hk_br","hk_cr","hr_mbs","hr_oib","hr_vat","hu_cjs","hu_tin","hu_vat","ie_crn","ie_trn","ie_vat","it_rea","it_vat","jp_cn","kz_bin","li_uid","lt_ccrn","lt_vat","lu_nif","lu_rcs","lu_vat","lv_urn","lv_vat","mt_crn","mt_tin","mt_vat","mx_rfc","my_brn","my_coid","my_itn","my_sst","mz_nuit","nl_kvk","nl_rsin","nl_vat","no_orgnr","nz_bn","nz_ird","pe_ruc","pk_ntn","pl_nip","pl_regon","pl_vat","pt_vat","ro_cui","ro_orc","ro_vat","sa_crn","sa_tin","se_orgnr","se_vat","sg_uen","si_msp","si_tin","si_vat","sk_dic","sk_ico","sk_vat","th_crn","th_prn","th_tin","us_ein"]},
      "value": {"type":"string"},
    },
    "type":"object","required":["type","value"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.MonthlyEstimatedRevenue": {
    "properties": {
      "amount": {"$ref":"#/$defs/V2Amount"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.RegistrationDate": {
    "properties": {
      "day": {"type":"number"},
      "month": {"type":"number"},
      "year": {"type":"number"},
    },
    "type":"object","required":["day","month","year"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.ScriptAddresses": {
    "properties": {
      "kana": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.ScriptAddresses.Kana"},
      "kanji": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.ScriptAddresses.Kanji"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.ScriptAddresses.Kana": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","required":["country"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.ScriptAddresses.Kanji": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","required":["country"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.ScriptNames": {
    "properties": {
      "kana": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.ScriptNames.Kana"},
      "kanji": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.BusinessDetails.ScriptNames.Kanji"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.ScriptNames.Kana": {
    "properties": {
      "registered_name": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.BusinessDetails.ScriptNames.Kanji": {
    "properties": {
      "registered_name": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual": {
    "properties": {
      "additional_addresses": {"type":"array","items":{"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.AdditionalAddress"}},
      "additional_names": {"type":"array","items":{"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.AdditionalName"}},
      "address": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.Address"},
      "date_of_birth": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.DateOfBirth"},
      "documents": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.Documents"},
      "email": {"type":"string"},
      "given_name": {"type":"string"},
      "id_numbers": {"type":"array","items":{"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.IdNumber"}},
      "legal_gender": {"enum":["female","male"]},
      "metadata": {"$ref":"#/$defs/MetadataParam"},
      "nationalities": {"type":"array","items":{"type":"string"}},
      "phone": {"type":"string"},
      "political_exposure": {"enum":["existing","none"]},
      "relationship": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.Relationship"},
      "script_addresses": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.ScriptAddresses"},
      "script_names": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.ScriptNames"},
      "surname": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.AdditionalAddress": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "purpose": {"enum":["registered"]},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","required":["country","purpose"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.AdditionalName": {
    "properties": {
      "full_name": {"type":"string"},
      "given_name": {"type":"string"},
      "purpose": {"enum":["alias","maiden"]},
      "surname": {"type":"string"},
    },
    "type":"object","required":["purpose"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.Address": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","required":["country"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.DateOfBirth": {
    "properties": {
      "day": {"type":"number"},
      "month": {"type":"number"},
      "year": {"type":"number"},
    },
    "type":"object","required":["day","month","year"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.Documents": {
    "properties": {
      "company_authorization": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.Documents.CompanyAuthorization"},
      "passport": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.Documents.Passport"},
      "primary_verification": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.Documents.PrimaryVerification"},
      "secondary_verification": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.Documents.SecondaryVerification"},
      "visa": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.Documents.Visa"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.Documents.CompanyAuthorization": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.Documents.Passport": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.Documents.PrimaryVerification": {
    "properties": {
      "front_back": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.Documents.PrimaryVerification.FrontBack"},
      "type": {"enum":["front_back"]},
    },
    "type":"object","required":["front_back","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.Documents.PrimaryVerification.FrontBack": {
    "properties": {
      "back": {"type":"string"},
      "front": {"type":"string"},
    },
    "type":"object","required":["front"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.Documents.SecondaryVerification": {
    "properties": {
      "front_back": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.Documents.SecondaryVerification.FrontBack"},
      "type": {"enum":["front_back"]},
    },
    "type":"object","required":["front_back","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.Documents.SecondaryVerification.FrontBack": {
    "properties": {
      "back": {"type":"string"},
      "front": {"type":"string"},
    },
    "type":"object","required":["front"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.Documents.Visa": {
    "properties": {
      "files": {"type":"array","items":{"type":"string"}},
      "type": {"enum":["files"]},
    },
    "type":"object","required":["files","type"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.IdNumber": {
    "properties": {
      "type": {"enum":["ae_eid","ao_nif","ar_cuil","ar_dni","at_stn","az_tin","bd_brc","bd_etin","bd_nid","be_nrn","bg_ucn","bn_nric","br_cpf","ca_sin","ch_oasi","cl_rut","cn_pp","co_nuip","cr_ci","cr_cpf","cr_dimex","cr_nite","cy_tic","cz_rc","de_stn","dk_cpr","do_cie","do_rcn","ec_ci","ee_ik","es_nif","fi_hetu","fr_nir","gb_nino","gr_afm","gt_nit","hk_id","hr_oib","hu_ad","id_nik","ie_ppsn","is_kt","it_cf","jp_inc","ke_pin","kz_iin","li_peid","lt_ak","lu_nif","lv_pk","mx_rfc","my_nric","mz_nuit","ng_nin","nl_bsn","no_nin","nz_ird","pe_dni","pk_cnic","pk_snic","pl_pesel","pt_nif","ro_cnp","sa_tin","se_pin","sg_fin","sg_nric","sk_dic","th_lc","th_pin","tr_tin","us_itin","us_itin_last_4","us_ssn","us_ssn_last_4","uy_dni","za_id"]},
      "value": {"type":"string"},
    },
    "type":"object","required":["type","value"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.Relationship": {
    "properties": {
      "director": {"type":"boolean"},
      "executive": {"type":"boolean"},
      "owner": {"type":"boolean"},
      "percent_ownership": {"type":"string","pattern":"^-?\\d+(\\.\\d+)?$"},
      "title": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.ScriptAddresses": {
    "properties": {
      "kana": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.ScriptAddresses.Kana"},
      "kanji": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.ScriptAddresses.Kanji"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.ScriptAddresses.Kana": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","required":["country"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.ScriptAddresses.Kanji": {
    "properties": {
      "city": {"type":"string"},
      "country": {"type":"string"},
      "line1": {"type":"string"},
      "line2": {"type":"string"},
      "postal_code": {"type":"string"},
      "state": {"type":"string"},
      "town": {"type":"string"},
    },
    "type":"object","required":["country"],"additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.ScriptNames": {
    "properties": {
      "kana": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.ScriptNames.Kana"},
      "kanji": {"$ref":"#/$defs/V2.Core.AccountCreateParams.Identity.Individual.ScriptNames.Kanji"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.ScriptNames.Kana": {
    "properties": {
      "given_name": {"type":"string"},
      "surname": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountCreateParams.Identity.Individual.ScriptNames.Kanji": {
    "properties": {
      "given_name": {"type":"string"},
      "surname": {"type":"string"},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountLinkCreateParams": {
    "properties": {
      "account": {"type":"string"},
      "use_case": {"$ref":"#/$defs/V2.Core.AccountLinkCreateParams.UseCase"},
    },
    "type":"object","required":["account","use_case"],"additionalProperties":false},
  "V2.Core.AccountLinkCreateParams.UseCase": {
    "properties": {
      "account_onboarding": {"$ref":"#/$defs/V2.Core.AccountLinkCreateParams.UseCase.AccountOnboarding"},
      "account_update": {"$ref":"#/$defs/V2.Core.AccountLinkCreateParams.UseCase.AccountUpdate"},
      "type": {"enum":["account_onboarding","account_update"]},
    },
    "type":"object","required":["type"],"additionalProperties":false},
  "V2.Core.AccountLinkCreateParams.UseCase.AccountOnboarding": {
    "properties": {
      "collection_options": {"$ref":"#/$defs/V2.Core.AccountLinkCreateParams.UseCase.AccountOnboarding.CollectionOptions"},
      "refresh_url": {"type":"string"},
      "return_url": {"type":"string"},
    },
    "type":"object","required":["refresh_url"],"additionalProperties":false},
  "V2.Core.AccountLinkCreateParams.UseCase.AccountOnboarding.CollectionOptions": {
    "properties": {
      "fields": {"enum":["currently_due","eventually_due"]},
      "future_requirements": {"enum":["include","omit"]},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountLinkCreateParams.UseCase.AccountUpdate": {
    "properties": {
      "collection_options": {"$ref":"#/$defs/V2.Core.AccountLinkCreateParams.UseCase.AccountUpdate.CollectionOptions"},
      "refresh_url": {"type":"string"},
      "return_url": {"type":"string"},
    },
    "type":"object","required":["refresh_url"],"additionalProperties":false},
  "V2.Core.AccountLinkCreateParams.UseCase.AccountUpdate.CollectionOptions": {
    "properties": {
      "fields": {"enum":["currently_due","eventually_due"]},
      "future_requirements": {"enum":["include","omit"]},
    },
    "type":"object","additionalProperties":false},
  "V2.Core.AccountRetrieveParams": {
    "properties": {
      "include": {"type":"array","items":{"enum":["configuration.customer","configuration.merchant","configuration.recipient","defaults","future_requirements","identity","requirements"]}},
    },
    "type":"object","additionalProperties":false},
  "V2Amount": {
    "properties": {
      "value": {"type":"number"},
      "currency": {"type":"string"},
    },
    "type":"object","required":["value","currency"],"additionalProperties":false},
};
