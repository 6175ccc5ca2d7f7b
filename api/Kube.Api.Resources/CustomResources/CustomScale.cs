using System.Globalization;
using Kube.Api.ApiExtensions.V1;
using Kube.Api.Autoscaling.V1;
using Kube.Api.Meta.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.CustomResources;

/// <summary>The replica counts of a custom kind, found by the paths of its <c>scale</c> subresource.</summary>
internal sealed class CustomScale(CustomResourceSubresourceScale paths)
{
    private readonly FieldAccess _wanted = new(paths.SpecReplicasPath ?? "");
    private readonly FieldAccess _present = new(paths.StatusReplicasPath ?? "");
    private readonly FieldAccess? _selector = string.IsNullOrEmpty(paths.LabelSelectorPath) ? null : new FieldAccess(paths.LabelSelectorPath);

    /// <summary>The scale of an object; replicas that are not there count as none.</summary>
    public Scale Of(CustomObject obj) => new()
    {
        ApiVersion = "autoscaling/v1",
        Kind = "Scale",
        Metadata = new ObjectMeta
        {
            Name = obj.Metadata?.Name,
            Namespace = obj.Metadata?.Namespace,
            Uid = obj.Metadata?.Uid,
            ResourceVersion = obj.Metadata?.ResourceVersion,
            CreationTimestamp = obj.Metadata?.CreationTimestamp,
        },
        Spec = new ScaleSpec { Replicas = Count(_wanted.Number(obj)) },
        Status = new ScaleStatus { Replicas = Count(_present.Number(obj)), Selector = _selector?.Text(obj) },
    };

    /// <summary>Sets the wanted replicas.</summary>
    public void Set(CustomObject obj, int replicas) => _wanted.Set(obj, replicas);

    /// <summary>Counts must be counts.</summary>
    public void Validate(CustomObject obj, FieldErrors errors)
    {
        Validate(_wanted, obj, errors);
        Validate(_present, obj, errors);
    }

    private static void Validate(FieldAccess field, CustomObject obj, FieldErrors errors)
    {
        switch (field.Number(obj))
        {
            case < 0 and var negative:
                errors.Invalid(FieldPath.Of(field.Path), negative, "should be a non-negative integer");
                break;
            case > int.MaxValue and var large:
                errors.Invalid(FieldPath.Of(field.Path), large, string.Create(CultureInfo.InvariantCulture, $"should be less than or equal to {int.MaxValue}"));
                break;
            default:
                break;
        }
    }

    private static int Count(long? number) => (int)Math.Clamp(number ?? 0, int.MinValue, int.MaxValue);
}
