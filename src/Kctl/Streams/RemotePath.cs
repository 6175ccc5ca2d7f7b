using System.Text;
using Kube.Client.Streaming;

namespace Kctl.Streams;

/// <summary>The request that starts or joins a command.</summary>
internal static class RemotePath
{
    public static string Of(string path, string container, CommandOptions options, IEnumerable<string> command)
    {
        var text = new StringBuilder(path);
        text.Append("?container=").Append(Uri.EscapeDataString(container));
        foreach (var (name, wanted) in new[] { ("stdin", options.Stdin), ("stdout", options.Stdout), ("stderr", options.Stderr), ("tty", options.Tty) })
        {
            text.Append(wanted ? $"&{name}=true" : "");
        }

        foreach (var word in command)
        {
            text.Append("&command=").Append(Uri.EscapeDataString(word));
        }

        return text.ToString();
    }
}
