using Kube.Api.FlowControl.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.FlowControl;

/// <summary>The rules of a priority level.</summary>
internal static class PriorityLevelValidation
{
    private const int MostQueues = 10_000_000;

    /// <summary>Bits of the hash that a flow's hand of queues is dealt from.</summary>
    private const int HashBits = 60;

    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(string? name, PriorityLevelConfigurationSpec spec, FieldErrors errors)
    {
        if ((name == FlowControlDefaults.Exempt) != (spec.Type == PriorityLevelEnablement.Exempt))
        {
            errors.Invalid(s_spec.Child("type"), spec.Type ?? "", "type must be 'Exempt' if and only if `name` is 'exempt'");
        }

        switch (spec.Type)
        {
            case PriorityLevelEnablement.Exempt:
                ForbidUnless(spec.Limited is null, s_spec.Child("limited"), "must be nil if the type is not Limited", errors);
                if (spec.Exempt is { } exempt)
                {
                    CheckShares(exempt.NominalConcurrencyShares, exempt.LendablePercent, s_spec.Child("exempt"), errors);
                }

                break;
            case PriorityLevelEnablement.Limited:
                ForbidUnless(spec.Exempt is null, s_spec.Child("exempt"), "must be nil if the type is Limited", errors);
                if (spec.Limited is { } limited)
                {
                    CheckLimited(limited, s_spec.Child("limited"), errors);
                }
                else
                {
                    errors.Required(s_spec.Child("limited"), "must not be empty when type is Limited");
                }

                break;
            default:
                errors.NotSupported(s_spec.Child("type"), spec.Type ?? "", PriorityLevelEnablement.Exempt, PriorityLevelEnablement.Limited);
                break;
        }
    }

    private static void CheckLimited(LimitedPriorityLevelConfiguration limited, FieldPath path, FieldErrors errors)
    {
        CheckShares(limited.NominalConcurrencyShares, limited.LendablePercent, path, errors);
        if (limited.BorrowingLimitPercent < 0)
        {
            errors.Invalid(path.Child("borrowingLimitPercent"), limited.BorrowingLimitPercent, "if specified, must be a non-negative integer");
        }

        var (response, at) = (limited.LimitResponse ?? new LimitResponse(), path.Child("limitResponse"));
        switch (response.Type)
        {
            case LimitResponseType.Reject:
                ForbidUnless(response.Queuing is null, at.Child("queuing"), "must be nil if limited.limitResponse.type is not Limited", errors);
                break;
            case LimitResponseType.Queue when response.Queuing is null:
                errors.Required(at.Child("queuing"), "must not be empty if limited.limitResponse.type is Limited");
                break;
            case LimitResponseType.Queue:
                CheckQueuing(response.Queuing, at.Child("queuing"), errors);
                break;
            default:
                errors.NotSupported(at.Child("type"), response.Type ?? "", LimitResponseType.Queue, LimitResponseType.Reject);
                break;
        }
    }

    private static void CheckShares(int? shares, int? lendable, FieldPath path, FieldErrors errors)
    {
        if (shares < 0)
        {
            errors.Invalid(path.Child("nominalConcurrencyShares"), shares, "must be a non-negative integer");
        }

        if (lendable is < 0 or > 100)
        {
            errors.Invalid(path.Child("lendablePercent"), lendable, "must be between 0 and 100, inclusive");
        }
    }

    private static void CheckQueuing(QueuingConfiguration queuing, FieldPath path, FieldErrors errors)
    {
        var (queues, hand) = (queuing.Queues ?? 0, queuing.HandSize ?? 0);
        Positive(queuing.QueueLengthLimit ?? 0, path.Child("queueLengthLimit"), errors);
        Positive(queues, path.Child("queues"), errors);
        Positive(hand, path.Child("handSize"), errors);
        if (queues > MostQueues)
        {
            errors.Invalid(path.Child("queues"), queues, $"must not be greater than {MostQueues}");
        }
        else if (hand > queues)
        {
            errors.Invalid(path.Child("handSize"), hand, $"should not be greater than queues ({queues})");
        }
        else if (queues > 0 && hand > 0 && Math.Ceiling(Math.Log2(queues) * hand) is > HashBits)
        {
            errors.Invalid(path.Child("handSize"), hand, $"required entropy bits of deckSize {queues} and handSize {hand} should not be greater than {HashBits}");
        }
    }

    private static void Positive(int value, FieldPath path, FieldErrors errors)
    {
        if (value <= 0)
        {
            errors.Invalid(path, value, "must be positive");
        }
    }

    private static void ForbidUnless(bool absent, FieldPath path, string detail, FieldErrors errors)
    {
        if (!absent)
        {
            errors.Forbidden(path, detail);
        }
    }
}
