using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>Bindings by themselves: an older way to a pod's <c>binding</c>, which names the pod in its metadata. Nothing is kept.</summary>
internal sealed class BindingResource : Resource<Binding>
{
    public override bool IsStored => false;

    public override IReadOnlyList<string> Verbs => ["create"];

    protected override void Validate(Binding obj, FieldErrors errors)
    {
        if (obj.Target?.Kind is { Length: > 0 } kind and not "Node")
        {
            errors.NotSupported(FieldPath.Of("target", "kind"), kind, "Node", "<empty>");
        }

        FieldRules.Required(obj.Target?.Name, FieldPath.Of("target", "name"), errors);
    }
}
