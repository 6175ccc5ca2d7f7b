using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of one container, init containers included.</summary>
internal static class ContainerValidation
{
    public static void Check(Container container, IReadOnlySet<string> volumes, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(container.Name, path.Child("name"), errors);
        FieldRules.Name(container.Name, ObjectNames.DnsLabelError, path.Child("name"), errors);
        CheckImage(container.Image, path.Child("image"), errors);
        FieldRules.OneOf(container.TerminationMessagePolicy, path.Child("terminationMessagePolicy"), errors,
            TerminationMessagePolicy.File, TerminationMessagePolicy.FallbackToLogsOnError);
        FieldRules.OneOf(container.ImagePullPolicy, path.Child("imagePullPolicy"), errors, PullPolicy.Always, PullPolicy.IfNotPresent, PullPolicy.Never);
        ContainerPortValidation.Check(container.Ports ?? [], path.Child("ports"), errors);
        EnvValidation.Check(container, path, errors);
        VolumeMountValidation.Check(container, volumes, path, errors);
        ResourceValidation.Check(container.Resources, path.Child("resources"), errors);
        SecurityContextValidation.Check(container.SecurityContext, path.Child("securityContext"), errors);
        CheckRestart(container, path, errors);
        LifecycleValidation.Check(container.Lifecycle, path.Child("lifecycle"), errors);
    }

    private static void CheckImage(string? image, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(image))
        {
            errors.Required(path);
        }
        else if (image.Trim() != image)
        {
            errors.Invalid(path, image, "must not have leading or trailing whitespace");
        }
    }

    private static void CheckRestart(Container container, FieldPath path, FieldErrors errors)
    {
        FieldRules.AbsentOrOneOf(container.RestartPolicy, path.Child("restartPolicy"), errors,
            ContainerRestartPolicy.Always, ContainerRestartPolicy.Never, ContainerRestartPolicy.OnFailure);
        if (container.RestartPolicyRules is { Count: > 0 } && string.IsNullOrEmpty(container.RestartPolicy))
        {
            errors.Required(path.Child("restartPolicy"), "must specify restartPolicy when restart rules are used");
        }
    }
}
