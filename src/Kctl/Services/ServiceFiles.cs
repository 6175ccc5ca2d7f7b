using Kctl.Api;
using Kctl.App;

namespace Kctl.Services;

/// <summary>Finds the keys of ConfigMaps and Secrets that were named without one.</summary>
internal static class ServiceFiles
{
    /// <summary>The files with their keys; a ConfigMap or Secret with one key needs none named.</summary>
    public static async Task<List<ServiceFile>> WithKeysAsync(Session session, IReadOnlyList<ServiceFile> files, CancellationToken ct)
    {
        var complete = new List<ServiceFile>();
        foreach (var file in files)
        {
            complete.Add(file.Key.Length > 0 ? file : file with { Key = await KeyAsync(session, file, ct) });
        }

        return complete;
    }

    private static async Task<string> KeyAsync(Session session, ServiceFile file, CancellationToken ct)
    {
        var kind = file.IsSecret ? "secret" : "configmap";
        var obj = await new ServiceStore(session).FindAsync(kind, file.ObjectName, ct)
            ?? throw new CommandException($"there is no {kind} \"{file.ObjectName}\"; create it with 'kctl create {(file.IsSecret ? "secret generic" : kind)} {file.ObjectName} --from-file=PATH'");
        var keys = obj.Map("data").Keys.Concat(obj.Map("binaryData").Keys).ToList();
        return keys.Count == 1 ? keys[0] : keys.Contains(file.ObjectName) ? file.ObjectName
            : throw new CommandException($"{kind} \"{file.ObjectName}\" has several keys ({string.Join(", ", keys)}); name one, as in source={file.ObjectName},key={keys.FirstOrDefault() ?? "KEY"}");
    }
}
