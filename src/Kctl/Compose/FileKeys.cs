using Kctl.Services;

namespace Kctl.Compose;

/// <summary><c>configs</c> and <c>secrets</c> of a service.</summary>
internal static class FileKeys
{
    /// <summary>Changes when the content of a service's files does, so that its pods are replaced.</summary>
    public const string HashAnnotation = "compose.kube.local/files";

    public static void Read(ServiceDefinition service, SharedParts shared, Field field, bool isSecret)
    {
        foreach (var item in field.Items())
        {
            item.KnowsOnly("source", "target", "uid", "gid", "mode");
            var source = item.IsMap ? item["source"]?.Text() ?? "" : item.Text();
            if (shared.File(source, isSecret, item) is not { } file)
            {
                continue;
            }

            foreach (var owner in (string[])["uid", "gid"])
            {
                item[owner]?.Leave("the file belongs to the pod's user");
            }

            int? mode = null;
            if (item["mode"] is { } given)
            {
                mode = MountSyntax.Mode(given.Text());
                if (mode is null)
                {
                    given.Error($"must be octal, as in 0440, not \"{given.Text()}\"");
                }
            }

            service.Files.Add(new ServiceFile(file.ObjectName, file.Key, MountSyntax.FileTarget(item["target"]?.Text() ?? source, isSecret)) { IsSecret = isSecret, Mode = mode });
            service.PodAnnotations[HashAnnotation] = service.PodAnnotations.TryGetValue(HashAnnotation, out var others) ? $"{others} {file.Hash}" : file.Hash;
        }
    }
}
