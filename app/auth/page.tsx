import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuthBridge } from '@/components/sign-in/AuthBridge';
import { signInEnv } from '@/lib/signIn';

export const metadata: Metadata = { title: 'Signing in' };

export default function Page() {
  if (signInEnv() === null) notFound();
  return <AuthBridge />;
}
